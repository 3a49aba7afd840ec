// RUN: %check_rule %s coro-blocking-call
// With kind 'lock' on, a guard's constructor is as good as lock().

#include "lazy.h"
#include <mutex>

std::mutex totals_mutex;
int total;

// Found at the guard.
lib::task<void> count() {
  std::lock_guard lock(totals_mutex);
  // CHECK: :[[@LINE-1]]:19: warning: the constructor of 'std::lock_guard<std::mutex>' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:19: note: the constructor of 'std::lock_guard<std::mutex>' waits for the mutex
  // CHECK: :[[@LINE-4]]:17: note: 'count' is a coroutine
  // CHECK: :[[@LINE-4]]:19: note: co_await an asynchronous operation, or move the call to a thread that may block
  ++total;
  co_return;
}

// Not found: does not lock, or does not wait.
lib::task<bool> try_count() {
  std::unique_lock later(totals_mutex, std::defer_lock);
  std::unique_lock lock(totals_mutex, std::try_to_lock);
  co_return lock.owns_lock();
}
