// RUN: %check_rule %s coro-lock-across-await
// The outcome of an attempt is asked through a variable.

#include "lazy.h"
#include <mutex>

lib::task<void> write();
lib::task<void> later();

std::mutex device_mutex;

// Found at try_lock: the if is entered with the lock.
lib::task<void> write_if_free() {
  bool locked = device_mutex.try_lock();
  // CHECK: :[[@LINE-1]]:30: warning: 'device_mutex' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+3]]:5: note: suspends here while 'device_mutex' is held
  // CHECK: :[[@LINE-3]]:30: note: unlock 'device_mutex' before the suspension, or use a mutex whose lock is awaited
  if (locked) {
    co_await write();
    device_mutex.unlock();
  }
}

// Not found: it waits without the lock only.
lib::task<void> write_or_wait() {
  const bool locked = device_mutex.try_lock();
  if (!locked) {
    co_await later();
    co_return;
  }
  device_mutex.unlock();
  co_await write();
}
