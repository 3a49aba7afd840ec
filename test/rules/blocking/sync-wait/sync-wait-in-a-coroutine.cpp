// RUN: %check_rule %s coro-sync-wait
// The shape that every code base starts with.

#include "lazy.h"

lib::task<int> price(int id);
lib::task<void> refresh();

// Found twice.
lib::task<int> total() {
  lib::sync_wait(refresh());
  // CHECK: :[[@LINE-1]]:8: warning: 'sync_wait' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:8: note: 'sync_wait' blocks this thread until the task is done
  // CHECK: :[[@LINE-4]]:16: note: 'total' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: co_await the task instead
  co_return co_await price(1) + lib::sync_wait(price(2));
  // CHECK: :[[@LINE-1]]:38: warning: 'sync_wait' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:38: note: 'sync_wait' blocks this thread until the task is done
  // CHECK: :[[@LINE-9]]:16: note: 'total' is a coroutine
  // CHECK: :[[@LINE-4]]:38: note: co_await the task instead
}

// Found: a task behind a name.
lib::task<int> double_price(int id) {
  auto wanted = price(id);
  int known = lib::sync_wait(std::move(wanted));
  // CHECK: :[[@LINE-1]]:20: warning: 'sync_wait' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:20: note: 'sync_wait' blocks this thread until the task is done
  // CHECK: :[[@LINE-5]]:16: note: 'double_price' is a coroutine
  // CHECK: :[[@LINE-4]]:20: note: co_await the task instead
  co_return 2 * known;
}
