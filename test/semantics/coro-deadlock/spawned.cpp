// A spawned task locks a mutex twice, and another task awaits it.
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include <chrono>
#include <cstdlib>
#include <thread>

namespace rt = corolint::rt;

rt::mutex guards;

rt::task<> locks() {
  const auto first = co_await guards.lock();
  const auto second = co_await guards.lock(); // expect: coro-deadlock
}

rt::task<> waits() { co_await rt::spawn(locks()); }

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
      .block_on(waits());
}
