// RUN: %check_rule %s coro-lock-across-await
// An optional that holds a guard.

#include "lazy.h"
#include <mutex>
#include <optional>

lib::task<void> send(int value);

std::mutex total_mutex;
int total;

// Found: held if it is shared.
lib::task<void> send_total(bool shared) {
  std::optional<std::lock_guard<std::mutex>> lock;
  // CHECK: :[[@LINE-1]]:46: warning: 'lock' may stay locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+4]]:10: note: locked here
  // CHECK: :[[@LINE+4]]:3: note: suspends here while 'lock' may be held
  // CHECK: :[[@LINE-4]]:46: note: reset 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
  if (shared)
    lock.emplace(total_mutex);
  co_await send(total);
}

// Not found: reset before the suspension.
lib::task<void> send_copy(bool shared) {
  std::optional<std::lock_guard<std::mutex>> lock;
  if (shared)
    lock.emplace(total_mutex);
  int copy = total;
  lock.reset();
  co_await send(copy);
}

// Not found: never filled.
lib::task<void> send_nothing() {
  std::optional<std::unique_lock<std::mutex>> lock;
  co_await send(0);
}
