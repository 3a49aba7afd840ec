// RUN: %check_rule %s coro-lock-across-await
// A co_await cannot stand in a handler, so it stands behind it.

#include "lazy.h"
#include <mutex>

lib::task<void> report_failure();
void rebuild();

std::mutex index_mutex;

// Not followed: what becomes of the lock cannot be told for sure.
lib::task<void> rebuild_index() {
  std::lock_guard lock(index_mutex);
  try {
    rebuild();
    co_return;
  } catch (...) {
  }
  co_await report_failure();
}

// Not found: the guard is gone when the handler is entered.
lib::task<void> rebuild_guarded() {
  try {
    std::lock_guard lock(index_mutex);
    rebuild();
    co_return;
  } catch (...) {
  }
  co_await report_failure();
}
// CHECK-NONE
