// RUN: %check_rule %s coro-lock-across-await
// Guards that hold nothing while the coroutine is suspended.

#include "lazy.h"
#include <mutex>
#include <shared_mutex>

lib::task<int> fetch();

std::shared_mutex table_mutex;
int table;

lib::task<void> update() {
  std::unique_lock lock(table_mutex, std::defer_lock);
  int fresh = co_await fetch();
  lock.lock();
  table = fresh;
}

lib::task<void> update_later() {
  std::unique_lock<std::shared_mutex> lock;
  int fresh = co_await fetch();
  lock = std::unique_lock(table_mutex);
  table = fresh;
}

lib::task<void> update_sometimes() {
  std::scoped_lock nothing;
  table = co_await fetch();
}
// CHECK-NONE
