// Two tasks take two locks in the same order.
#include "corolint/rt/join.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>

namespace rt = corolint::rt;

rt::mutex accounts, journal;

rt::task<> books() {
  const auto first = co_await accounts.lock();
  co_await rt::yield();
  const auto second = co_await journal.lock();
}

rt::task<> reports() {
  const auto first = co_await accounts.lock();
  co_await rt::yield();
  const auto second = co_await journal.lock();
}

rt::task<> waits() { co_await rt::join(books(), reports()); }

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(waits());
}
