// A task is let go in one branch and awaited in the other.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<> saves(int) { co_return; }

rt::task<> handles(bool now) {
  if (now)
    co_await saves(1);
  else
    saves(2); // expect: coro-discarded-task
}

int main() { rt::block_on(handles(false)); }
