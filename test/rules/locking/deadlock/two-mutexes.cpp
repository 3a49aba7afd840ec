// RUN: %check_rule %s coro-deadlock
// They are not the same.

#include "async_mutex.h"
#include "lazy.h"

lib::async_mutex first, second;
struct account {
  lib::async_mutex mutex;
};

lib::task<void> of_two_globals() {
  auto a = co_await first.scoped_lock();
  auto b = co_await second.scoped_lock();
}

lib::task<void> in_one_order() {
  auto a = co_await first.scoped_lock();
  auto b = co_await second.scoped_lock();
}

lib::task<void> of_two_objects(account &from, account &to) {
  auto a = co_await from.mutex.scoped_lock();
  auto b = co_await to.mutex.scoped_lock();
}

// CHECK-NONE
