// RUN: %check_rule %s coro-lock-across-await
// Polling: it suspends only while it does not have the lock.

#include "lazy.h"
#include "timer.h"
#include <mutex>

using namespace std::chrono_literals;

std::mutex device_mutex;
void touch_device();

lib::task<void> poll_mutex() {
  while (!device_mutex.try_lock())
    co_await lib::sleep(1ms);
  touch_device();
  device_mutex.unlock();
}

lib::task<void> poll_guard() {
  std::unique_lock lock(device_mutex, std::try_to_lock);
  while (!lock) {
    co_await lib::sleep(1ms);
    lock.try_lock();
  }
  touch_device();
}

lib::task<void> poll_in_loop() {
  for (;;) {
    if (std::unique_lock lock(device_mutex, std::try_to_lock);
        lock.owns_lock()) {
      touch_device();
      break;
    }
    co_await lib::sleep(1ms);
  }
}
// CHECK-NONE
