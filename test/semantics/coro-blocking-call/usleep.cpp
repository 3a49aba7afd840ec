// A coroutine sleeps by a function of libc.
#include "corolint/rt/runtime.hpp"
#include <unistd.h>

namespace rt = corolint::rt;

rt::task<> polls() {
  usleep(1000); // expect: coro-blocking-call
  co_return;
}

int main() { rt::block_on(polls()); }
