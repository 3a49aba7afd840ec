// A coroutine sleeps by nanosleep, in a branch.
#include "corolint/rt/runtime.hpp"
#include <ctime>

namespace rt = corolint::rt;

rt::task<> polls(bool slowly) {
  if (slowly) {
    timespec span{0, 1000000};
    nanosleep(&span, nullptr); // expect: coro-blocking-call
  }
  co_return;
}

int main() { rt::block_on(polls(true)); }
