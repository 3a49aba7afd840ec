// RUN: %check_rule %s coro-lock-across-await
// The lock goes with the guard it is moved into.

#include "lazy.h"
#include <mutex>

lib::task<void> save();

std::mutex store_mutex;

// Found, at 'keep': 'lock' is empty after the move.
lib::task<void> save_all() {
  std::unique_lock lock(store_mutex);
  std::unique_lock keep = std::move(lock);
  // CHECK: :[[@LINE-1]]:20: warning: 'keep' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'keep' is held
  // CHECK: :[[@LINE-3]]:20: note: unlock 'keep' or close its scope before the suspension, or use a mutex whose lock is awaited
  co_await save();
}

// Not found: the receiver's scope is closed before the suspension.
lib::task<void> save_some() {
  std::unique_lock lock(store_mutex);
  {
    std::unique_lock keep(std::move(lock));
  }
  co_await save();
}
