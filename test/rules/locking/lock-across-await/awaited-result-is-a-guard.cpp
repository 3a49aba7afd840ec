// RUN: %check_rule %s coro-lock-across-await
// A guard that comes out of a co_await exists only after that suspension.

#include "lazy.h"
#include <mutex>

lib::task<std::unique_lock<std::mutex>> lock_queue();
lib::task<void> send(int value);

int queue_length;

// Not found: the awaited guard is assigned, and released before the next wait.
lib::task<void> send_length() {
  std::unique_lock<std::mutex> lock;
  lock = co_await lock_queue();
  int length = queue_length;
  lock.unlock();
  co_await send(length);
}

// Not found: the temporary is born when the wait is over.
lib::task<bool> can_lock_queue() {
  co_return (co_await lock_queue()).owns_lock();
}

// Found at 'lock': it is held during the second wait.
lib::task<void> send_locked() {
  auto lock = co_await lock_queue();
  // CHECK: :[[@LINE-1]]:8: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:8: note: unlock 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
  co_await send(queue_length);
}
