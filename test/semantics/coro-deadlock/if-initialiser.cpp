// A guard of an if lives in all of it, where the mutex is locked again.
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <cstdlib>
#include <thread>

namespace rt = corolint::rt;

rt::mutex guards;
int count = 0;

rt::task<> waits() {
  if (const auto outer = co_await guards.lock(); count == 0) {
    const auto inner = co_await guards.lock(); // expect: coro-deadlock
    ++count;
  }
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
