// A coroutine awaits another one that locks what the first one holds.
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <cstdlib>
#include <thread>

namespace rt = corolint::rt;

rt::mutex guards;
int count = 0;

rt::task<> adds() {
  const auto held = co_await guards.lock();
  ++count;
}

rt::task<> waits() {
  const auto held = co_await guards.lock();
  co_await adds(); // expect: coro-deadlock
}

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
