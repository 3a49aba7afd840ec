// RUN: %check_rule %s coro-blocking-call
// With kind 'lock' on, a guard's constructor is as good as lock().

#include "lazy.h"
#include <mutex>

std::mutex totals_mutex;
int total;

// Found at the guard.
lib::task<void> count() {
  std::lock_guard lock(totals_mutex);
  ++total;
  co_return;
}

// Not found: does not lock, or does not wait.
lib::task<bool> try_count() {
  std::unique_lock later(totals_mutex, std::defer_lock);
  std::unique_lock lock(totals_mutex, std::try_to_lock);
  co_return lock.owns_lock();
}
