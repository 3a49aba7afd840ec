// RUN: %check_rule %s coro-lock-across-await
// In the branch where the attempt failed nothing is held, however it is asked.

#include "lazy.h"
#include <mutex>

lib::task<void> retry_later();
void touch();

std::timed_mutex device_mutex;

lib::task<void> by_negation() {
  std::unique_lock lock(device_mutex, std::try_to_lock);
  if (!lock.owns_lock()) {
    co_await retry_later();
    co_return;
  }
  touch();
}

lib::task<void> by_comparison() {
  std::unique_lock lock(device_mutex, std::try_to_lock);
  if (lock.owns_lock() == false) {
    co_await retry_later();
    co_return;
  }
  touch();
}

lib::task<void> by_variable() {
  std::unique_lock lock(device_mutex, std::chrono::milliseconds(1));
  const bool locked = lock.owns_lock();
  if (!locked) {
    co_await retry_later();
    co_return;
  }
  touch();
}
// CHECK-NONE
