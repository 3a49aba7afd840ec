// RUN: %check_rule %s coro-deadlock
// Whoever has the guard may unlock it.

#include "async_mutex.h"
#include "lazy.h"

lib::async_mutex mutex;
void finish(lib::async_guard guard);
void let_go(lib::async_mutex &of);

lib::task<void> moved() {
  auto guard = co_await mutex.scoped_lock();
  finish(std::move(guard));
  auto again = co_await mutex.scoped_lock();
}

lib::task<void> by_the_mutex() {
  co_await mutex.lock();
  let_go(mutex);
  co_await mutex.lock();
}

lib::task<void> by_a_lambda() {
  co_await mutex.lock();
  auto done = [&] { mutex.unlock(); };
  done();
  auto after = [copy = 1] { return copy; };
  after();
  co_await mutex.lock();
}

// CHECK-NONE
