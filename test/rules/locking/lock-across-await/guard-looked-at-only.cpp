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
  // CHECK: :[[@LINE-1]]:20: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:20: note: unlock 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
  co_await send(size_locked(lock));
}

// Found: owns_lock() and mutex() only ask.
lib::task<void> send_checked() {
  std::unique_lock lock(total_mutex);
  // CHECK: :[[@LINE-1]]:20: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:20: note: unlock 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
  assert(lock.owns_lock() && lock.mutex() == &total_mutex);
  co_await send(1);
}
