// The scope of the first guard ends before the second lock.
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>

namespace rt = corolint::rt;

rt::mutex guards;
int count = 0;

rt::task<> waits() {
  {
    const auto first = co_await guards.lock();
    ++count;
  }
  const auto second = co_await guards.lock();
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(waits());
}
