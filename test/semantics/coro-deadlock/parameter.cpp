// A coroutine locks the mutex that it is given twice.
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <cstdlib>
#include <thread>

namespace rt = corolint::rt;

rt::mutex guards;

rt::task<> waits(rt::mutex &wanted) {
  const auto first = co_await wanted.lock();
  const auto second = co_await wanted.lock(); // expect: coro-deadlock
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
      .block_on(waits(guards));
}
