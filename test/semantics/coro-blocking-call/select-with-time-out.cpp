// A coroutine waits in select with a time-out.
#include "corolint/rt/runtime.hpp"
#include <sys/select.h>

namespace rt = corolint::rt;

rt::task<> waits() {
  timeval span{0, 5000};
  select(0, nullptr, nullptr, nullptr, &span); // expect: coro-blocking-call
  co_return;
}

int main() { rt::block_on(waits()); }
