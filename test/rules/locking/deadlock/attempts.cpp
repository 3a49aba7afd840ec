// RUN: %check_rule %s coro-deadlock
// What is tried does not wait.

#include "async_mutex.h"
#include "lazy.h"

lib::async_mutex mutex;

lib::task<void> tried() {
  auto guard = co_await mutex.scoped_lock();
  if (mutex.try_lock())
    mutex.unlock();
}

lib::task<void> temporary_guard() {
  co_await mutex.scoped_lock();
  auto guard = co_await mutex.scoped_lock();
}

// CHECK-NONE
