// RUN: %check_rule %s coro-deadlock
// The second lock lies on one path, the first on all.

#include "async_mutex.h"
#include "lazy.h"

lib::async_mutex mutex;

lib::task<void> in_a_branch(bool again) {
  co_await mutex.lock();
  if (again)
    co_await mutex.lock();
    // CHECK: :[[@LINE-1]]:5: warning: 'mutex' is locked by this coroutine already; it waits for itself and is never resumed [coro-deadlock]
    // CHECK: :[[@LINE-4]]:3: note: locked here, and still held
    // CHECK: :[[@LINE-3]]:5: note: unlock it first, or leave the second lock out
  mutex.unlock();
}
