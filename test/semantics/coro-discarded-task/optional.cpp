// A task is kept in an optional that nobody looks into.
#include "corolint/rt/runtime.hpp"
#include <optional>

namespace rt = corolint::rt;

rt::task<> saves() { co_return; }

rt::task<> handles() {
  std::optional<rt::task<>> work = saves(); // expect: coro-discarded-task
  co_return;
}

int main() { rt::block_on(handles()); }
