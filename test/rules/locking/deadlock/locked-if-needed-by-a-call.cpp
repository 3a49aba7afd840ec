// RUN: %check_rule %s coro-deadlock
// The coroutine that is called may not get to its lock.

#include "async_mutex.h"
#include "lazy.h"

lib::async_mutex mutex;
bool dirty;

lib::task<void> flush() {
  if (!dirty)
    co_return;
  co_await mutex.lock();
  mutex.unlock();
}

lib::task<void> save() {
  auto guard = co_await mutex.scoped_lock();
  co_await flush();
}

lib::task<void> unseen();
lib::task<void> calls() {
  auto guard = co_await mutex.scoped_lock();
  co_await unseen();
}

// CHECK-NONE
