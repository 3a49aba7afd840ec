// A task is awaited only under a condition that does not hold.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<> saves() { co_return; }

rt::task<> handles(bool waits) {
  auto work = saves(); // expect: coro-discarded-task
  if (waits)
    co_await std::move(work);
}

int main() { rt::block_on(handles(false)); }
