// A coroutine that locks is awaited before and after the lock.
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>

namespace rt = corolint::rt;

rt::mutex guards;
int count = 0;

rt::task<> adds() {
  const auto held = co_await guards.lock();
  ++count;
}

rt::task<> waits() {
  co_await adds();
  {
    const auto held = co_await guards.lock();
    ++count;
  }
  co_await adds();
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(waits());
}
