// RUN: %check_rule %s coro-deadlock
// The call locks the mutex of another object.

#include "async_mutex.h"
#include "lazy.h"

struct account {
  lib::async_mutex mutex_;
  lib::task<void> add(int) {
    auto guard = co_await mutex_.scoped_lock();
  }
  lib::task<void> move_to(account &other) {
    auto guard = co_await mutex_.scoped_lock();
    co_await other.add(1);
  }
  virtual lib::task<void> changed() {
    auto guard = co_await mutex_.scoped_lock();
  }
  lib::task<void> change() {
    auto guard = co_await mutex_.scoped_lock();
    co_await this->changed();
  }
};

// CHECK-NONE
