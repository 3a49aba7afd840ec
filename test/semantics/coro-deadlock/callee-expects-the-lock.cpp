// A coroutine under a lock awaits another one that does not lock.
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>

namespace rt = corolint::rt;

rt::mutex guards;
int count = 0;

rt::task<> adds_locked() {
  co_await rt::yield();
  ++count;
}

rt::task<> waits() {
  const auto held = co_await guards.lock();
  co_await adds_locked();
  co_await adds_locked();
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(waits());
}
