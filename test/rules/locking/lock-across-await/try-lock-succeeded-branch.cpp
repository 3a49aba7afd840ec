// RUN: %check_rule %s coro-lock-across-await
// In the branch where the attempt succeeded the lock is certain.

#include "lazy.h"
#include <mutex>

lib::task<void> write();
void touch();

std::mutex device_mutex;

// Found, not "may": inside the if the lock is held.
lib::task<void> write_if_free() {
  if (std::unique_lock lock{device_mutex, std::try_to_lock})
    co_await write();
}

// Found, not "may", at try_lock.
lib::task<bool> write_by_hand() {
  if (!device_mutex.try_lock())
    co_return false;
  co_await write();
  device_mutex.unlock();
  co_return true;
}

// Found, with "may": nobody looked whether the attempt succeeded.
lib::task<void> write_anyway() {
  std::unique_lock lock(device_mutex, std::try_to_lock);
  co_await write();
}
