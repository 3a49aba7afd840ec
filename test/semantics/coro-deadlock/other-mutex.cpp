// Two mutexes are held at the same time.
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>

namespace rt = corolint::rt;

rt::mutex accounts, journal;

rt::task<> waits() {
  const auto first = co_await accounts.lock();
  const auto second = co_await journal.lock();
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(waits());
}
