// RUN: %check_rule %s coro-lock-across-await
// Code that only looks at the guard does not unlock it.

#include "lazy.h"
#include <cassert>
#include <mutex>

lib::task<void> send(int value);
int size_locked(const std::unique_lock<std::mutex> &proof);

std::mutex total_mutex;

// Found: a const reference cannot unlock.
lib::task<void> send_size() {
  std::unique_lock lock(total_mutex);
  co_await send(size_locked(lock));
}

// Found: owns_lock() and mutex() only ask.
lib::task<void> send_checked() {
  std::unique_lock lock(total_mutex);
  assert(lock.owns_lock() && lock.mutex() == &total_mutex);
  co_await send(1);
}
