// A task is kept in a variable that nobody awaits.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<> saves(int) { co_return; }

rt::task<> handles() {
  auto saved = saves(1); // expect: coro-discarded-task
  co_return;
}

int main() { rt::block_on(handles()); }
