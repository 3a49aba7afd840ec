// A coroutine waits for a latch that a thread counts down.
#include "corolint/rt/runtime.hpp"
#include <atomic>
#include <chrono>
#include <latch>
#include <thread>

namespace rt = corolint::rt;

std::latch done{1};
std::atomic<bool> is_waiting = false;

rt::task<> waits() {
  is_waiting = true;
  done.wait(); // expect: coro-blocking-call
  co_return;
}

int main() {
  std::thread other([] {
    while (!is_waiting)
      std::this_thread::yield();
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    done.count_down();
  });
  rt::block_on(waits());
  other.join();
}
