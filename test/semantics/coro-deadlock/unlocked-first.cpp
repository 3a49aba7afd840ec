// A guard is unlocked before the mutex is locked again.
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>

namespace rt = corolint::rt;

rt::mutex guards;

rt::task<> waits() {
  auto first = co_await guards.lock();
  first.unlock();
  const auto second = co_await guards.lock();
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(waits());
}
