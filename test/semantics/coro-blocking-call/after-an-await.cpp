// A coroutine sleeps in the child that another one awaits, after it was suspended.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <unistd.h>

namespace rt = corolint::rt;

rt::task<int> child() {
  co_await rt::yield();
  usleep(1000); // expect: coro-blocking-call
  co_return 0;
}

rt::task<int> parent() { co_return co_await child(); }

int main() { return rt::block_on(parent()); }
