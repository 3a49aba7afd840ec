// RUN: %check_rule %s coro-discarded-task
// What is not a task, but works only when it is awaited, in a variable.

#include "async_mutex.h"
#include "timer.h"

using namespace std::chrono_literals;

lib::async_mutex state_mutex;
int state;

// Found: nobody sleeps.
lib::task<void> rest() {
  auto nap = lib::sleep(1s);
  // CHECK: :[[@LINE-1]]:8: warning: awaitable 'nap' is never awaited; it works only when it is awaited [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:8: note: co_await it
  co_return;
}

// Found: locked on one path only.
lib::task<void> increase(bool shared) {
  auto locking = state_mutex.lock();
  // CHECK: :[[@LINE-1]]:8: warning: awaitable 'locking' is not awaited on every path; elsewhere it does nothing [coro-discarded-task]
  // CHECK: :[[@LINE+3]]:14: note: taken here, but not on the path that leaves before
  // CHECK: :[[@LINE-3]]:8: note: co_await it
  if (shared)
    co_await locking;
  ++state;
  if (shared)
    state_mutex.unlock();
}

// Not found.
lib::task<void> increase_well() {
  auto locking = state_mutex.scoped_lock();
  auto nap = lib::sleep(1s);
  co_await nap;
  auto guard = co_await locking;
  ++state;
}

// Not found: the cast says that it is dropped on purpose.
lib::task<void> pretend() {
  (void)lib::sleep(1s);
  static_cast<void>(state_mutex.lock());
  co_return;
}
