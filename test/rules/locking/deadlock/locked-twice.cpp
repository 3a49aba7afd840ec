// RUN: %check_rule %s coro-deadlock
// Nobody else can unlock what this coroutine holds.

#include "async_mutex.h"
#include "lazy.h"

lib::async_mutex mutex;
struct account {
  lib::async_mutex mutex_;
  lib::task<void> by_guard();
  lib::task<void> by_hand();
};

lib::task<void> of_a_global() {
  auto first = co_await mutex.scoped_lock();
  auto second = co_await mutex.scoped_lock();
  // CHECK: :[[@LINE-1]]:17: warning: 'mutex' is locked by this coroutine already; it waits for itself and is never resumed [coro-deadlock]
  // CHECK: :[[@LINE-3]]:16: note: locked here, and still held
  // CHECK: :[[@LINE-3]]:17: note: unlock it first, or leave the second lock out
}

lib::task<void> account::by_guard() {
  auto guard = co_await mutex_.scoped_lock();
  co_await mutex_.lock();
  // CHECK: :[[@LINE-1]]:3: warning: 'mutex_' is locked by this coroutine already; it waits for itself and is never resumed [coro-deadlock]
  // CHECK: :[[@LINE-3]]:16: note: locked here, and still held
  // CHECK: :[[@LINE-3]]:3: note: unlock it first, or leave the second lock out
  mutex_.unlock();
}

lib::task<void> account::by_hand() {
  co_await mutex_.lock();
  co_await this->mutex_.lock();
  // CHECK: :[[@LINE-1]]:3: warning: 'mutex_' is locked by this coroutine already; it waits for itself and is never resumed [coro-deadlock]
  // CHECK: :[[@LINE-3]]:3: note: locked here, and still held
  // CHECK: :[[@LINE-3]]:3: note: unlock it first, or leave the second lock out
  mutex_.unlock();
}

lib::task<void> of_a_parameter(account &of) {
  auto guard = co_await of.mutex_.scoped_lock();
  co_await of.mutex_.scoped_lock();
  // CHECK: :[[@LINE-1]]:3: warning: 'of.mutex_' is locked by this coroutine already; it waits for itself and is never resumed [coro-deadlock]
  // CHECK: :[[@LINE-3]]:16: note: locked here, and still held
  // CHECK: :[[@LINE-3]]:3: note: unlock it first, or leave the second lock out
}
