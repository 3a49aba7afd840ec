// A coroutine locks a mutex that it holds, on a thread that nobody watches.
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <cstdlib>
#include <thread>

namespace rt = corolint::rt;

rt::mutex guards;

rt::task<> waits() {
  const auto first = co_await guards.lock();
  const auto second = co_await guards.lock(); // expect: coro-deadlock
}

int main() {
  // It never ends by itself.
  std::thread([] {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    std::_Exit(0);
  }).detach();
  rt::current_thread().block_on(waits());
}
