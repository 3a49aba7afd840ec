// A coroutine waits for itself, and another one waits for its lock.
#include "corolint/rt/join.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <cstdlib>
#include <thread>

namespace rt = corolint::rt;

rt::mutex guards;

rt::task<> locks() {
  const auto first = co_await guards.lock();
  const auto second = co_await guards.lock(); // expect: coro-deadlock
}

rt::task<> wants() { const auto held = co_await guards.lock(); }

rt::task<> waits() { co_await rt::join(locks(), wants()); }

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
