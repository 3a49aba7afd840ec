// RUN: %check_rule %s coro-deadlock
// A coroutine in sight takes the lock again.

#include "async_mutex.h"
#include "lazy.h"

struct account {
  lib::async_mutex mutex_;
  int balance_ = 0;

  lib::task<void> add(int amount) {
    auto guard = co_await mutex_.scoped_lock();
    balance_ += amount;
  }
  lib::task<void> add_twice(int amount) {
    auto guard = co_await mutex_.scoped_lock();
    co_await add(amount);
    // CHECK: :[[@LINE-1]]:14: warning: 'add' locks 'mutex_', which this coroutine holds; both wait for ever [coro-deadlock]
    // CHECK: :[[@LINE-3]]:18: note: locked here, and still held
    // CHECK: :[[@LINE-8]]:18: note: and awaited here once more
    // CHECK: :[[@LINE-4]]:14: note: unlock it before the call, or call what expects it to be locked
  }
};

lib::async_mutex mutex;
lib::task<void> flush() {
  co_await mutex.lock();
  mutex.unlock();
}
lib::task<void> save() {
  auto guard = co_await mutex.scoped_lock();
  co_await flush();
  // CHECK: :[[@LINE-1]]:12: warning: 'flush' locks 'mutex', which this coroutine holds; both wait for ever [coro-deadlock]
  // CHECK: :[[@LINE-3]]:16: note: locked here, and still held
  // CHECK: :[[@LINE-8]]:3: note: and awaited here once more
  // CHECK: :[[@LINE-4]]:12: note: unlock it before the call, or call what expects it to be locked
}
