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
  // CHECK: :[[@LINE-1]]:24: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:5: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:24: note: unlock 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
    co_await write();
}

// Found, not "may", at try_lock.
lib::task<bool> write_by_hand() {
  if (!device_mutex.try_lock())
  // CHECK: :[[@LINE-1]]:21: warning: 'device_mutex' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here while 'device_mutex' is held
  // CHECK: :[[@LINE-3]]:21: note: unlock 'device_mutex' before the suspension, or use a mutex whose lock is awaited
    co_return false;
  co_await write();
  device_mutex.unlock();
  co_return true;
}

// Found, with "may": nobody looked whether the attempt succeeded.
lib::task<void> write_anyway() {
  std::unique_lock lock(device_mutex, std::try_to_lock);
  // CHECK: :[[@LINE-1]]:20: warning: 'lock' may stay locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'lock' may be held
  // CHECK: :[[@LINE-3]]:20: note: unlock 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
  co_await write();
}
