// RUN: %check_rule %s coro-deadlock
// The first lock is gone by then.

#include "async_mutex.h"
#include "lazy.h"

lib::async_mutex mutex;

lib::task<void> by_hand() {
  co_await mutex.lock();
  mutex.unlock();
  co_await mutex.lock();
  mutex.unlock();
}

lib::task<void> by_scope() {
  {
    auto guard = co_await mutex.scoped_lock();
  }
  auto guard = co_await mutex.scoped_lock();
}

lib::task<void> in_a_loop(int rounds) {
  while (rounds-- > 0) {
    auto guard = co_await mutex.scoped_lock();
  }
}

// CHECK-NONE
