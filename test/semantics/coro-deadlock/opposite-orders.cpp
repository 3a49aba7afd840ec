// Two tasks take two locks in opposite orders.
#include "corolint/rt/join.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <cstdlib>
#include <thread>

namespace rt = corolint::rt;

rt::mutex accounts, journal;

rt::task<> books() {
  const auto first = co_await accounts.lock();
  co_await rt::yield();
  const auto second = co_await journal.lock();
}

rt::task<> reports() {
  const auto first = co_await journal.lock();
  co_await rt::yield();
  const auto second = co_await accounts.lock(); // expect: coro-deadlock
}

rt::task<> both() { co_await rt::join(books(), reports()); }

int main() {
  // It never ends by itself.
  std::thread([] {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    std::_Exit(0);
  }).detach();
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(both());
}
