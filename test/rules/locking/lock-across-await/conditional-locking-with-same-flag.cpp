// RUN: %check_rule %s coro-lock-across-await
// Locked under a flag and unlocked under the same flag.

#include "lazy.h"
#include <mutex>

lib::task<void> send(int value);

std::mutex total_mutex;
int total;

lib::task<void> add(int value, const bool shared) {
  std::unique_lock lock(total_mutex, std::defer_lock);
  if (shared)
    lock.lock();
  total += value;
  if (shared)
    lock.unlock();
  co_await send(value);
}

lib::task<void> add_by_hand(int value, const bool shared) {
  if (shared)
    total_mutex.lock();
  total += value;
  if (shared)
    total_mutex.unlock();
  co_await send(value);
}

lib::task<void> add_if_owned(int value, bool shared) {
  std::unique_lock lock(total_mutex, std::defer_lock);
  if (shared)
    lock.lock();
  total += value;
  if (lock.owns_lock())
    lock.unlock();
  co_await send(value);
}
// CHECK-NONE
