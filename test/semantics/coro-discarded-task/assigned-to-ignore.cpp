// A task is assigned to std::ignore.
#include "corolint/rt/runtime.hpp"
#include <tuple>

namespace rt = corolint::rt;

rt::task<int> saves() { co_return 1; }

rt::task<> handles() {
  std::ignore = saves(); // expect: coro-discarded-task
  co_return;
}

int main() { rt::block_on(handles()); }
