// RUN: %check_rule %s coro-discarded-task
// lock() of an async mutex only makes what is to be awaited.

#include "async_mutex.h"
#include "lazy.h"
#include <mutex>

lib::async_mutex state_mutex;
std::mutex other_mutex;
int state;

// Found: std::lock_guard calls lock() and drops what it returns.
lib::task<void> increase() {
  std::lock_guard lock(state_mutex);
  // CHECK: :[[@LINE-1]]:19: warning: 'std::lock_guard<lib::async_mutex>' locks nothing; it drops the awaitable that 'lock' returns [coro-discarded-task]
  // CHECK: Inputs/async_mutex.h:38:18: note: 'lock' works only when it is awaited
  // CHECK: :[[@LINE-3]]:19: note: co_await the lock operation of the mutex
  ++state;
  co_return;
}

// Not found: locked before, and a mutex of threads.
lib::task<void> increase_well() {
  co_await state_mutex.lock();
  std::lock_guard lock(state_mutex, std::adopt_lock);
  std::lock_guard other(other_mutex);
  ++state;
}
