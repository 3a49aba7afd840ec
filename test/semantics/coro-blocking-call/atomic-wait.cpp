// A coroutine waits until another thread changes an atomic.
#include "corolint/rt/runtime.hpp"
#include <atomic>
#include <chrono>
#include <thread>

namespace rt = corolint::rt;

std::atomic<int> version = 0;
std::atomic<bool> is_waiting = false;

rt::task<> waits() {
  is_waiting = true;
  version.wait(0); // expect: coro-blocking-call
  co_return;
}

int main() {
  std::thread other([] {
    while (!is_waiting)
      std::this_thread::yield();
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    version = 1;
    version.notify_all();
  });
  rt::block_on(waits());
  other.join();
}
