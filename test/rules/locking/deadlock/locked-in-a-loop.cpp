// RUN: %check_rule %s coro-deadlock
// The second round waits for the first.

#include "async_mutex.h"
#include "lazy.h"

lib::async_mutex mutex;
bool more();

lib::task<void> never_unlocked() {
  auto first = co_await mutex.scoped_lock();
  do {
    co_await mutex.lock();
    // CHECK: :[[@LINE-1]]:5: warning: 'mutex' is locked by this coroutine already; it waits for itself and is never resumed [coro-deadlock]
    // CHECK: :[[@LINE-4]]:16: note: locked here, and still held
    // CHECK: :[[@LINE-3]]:5: note: unlock it first, or leave the second lock out
  } while (more());
}
