// RUN: %check_rule %s coro-deadlock
// Whether it is held there, the caller knows.

#include "async_mutex.h"
#include "lazy.h"

lib::async_mutex mutex;

lib::task<void> if_needed(bool locked) {
  if (!locked)
    co_await mutex.lock();
  if (locked)
    co_await mutex.lock();
  mutex.unlock();
}

// CHECK-NONE
