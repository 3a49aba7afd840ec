// RUN: %check_rule %s coro-discarded-task
// The lock is taken and given back in the same statement.

#include "async_mutex.h"
#include "lazy.h"

lib::async_mutex state_mutex;
int state;

// Found: whatever follows is not under the lock.
lib::task<void> increase() {
  co_await state_mutex.scoped_lock();
  // CHECK: :[[@LINE-1]]:3: warning: the guard that this co_await gives is dropped; it unlocks at once [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: keep it in a variable for as long as the lock is needed
  ++state;
}

// Not found: kept.
lib::task<void> increase_well() {
  auto lock = co_await state_mutex.scoped_lock();
  ++state;
}
