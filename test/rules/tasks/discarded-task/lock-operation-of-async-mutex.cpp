// RUN: %check_rule %s coro-discarded-task
// An operation object of an async mutex does nothing until it is awaited.

#include "async_mutex.h"
#include "lazy.h"

lib::async_mutex state_mutex;
int state;

// Found: nothing is locked here.
lib::task<void> increase() {
  state_mutex.lock();
  // CHECK: :[[@LINE-1]]:3: warning: the awaitable returned by 'lock' is dropped; it works only when it is awaited [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it
  ++state;
  state_mutex.unlock();
  co_return;
}

// Not found.
lib::task<void> increase_well() {
  co_await state_mutex.lock();
  ++state;
  state_mutex.unlock();
}
