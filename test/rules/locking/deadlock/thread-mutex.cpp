// RUN: %check_rule %s coro-deadlock
// A mutex of a thread is no business of this check.

#include "lazy.h"
#include <mutex>

std::mutex mutex;

lib::task<void> blocks() {
  std::lock_guard first(mutex);
  co_return;
}

// CHECK-NONE
