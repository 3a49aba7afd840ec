// RUN: %check_rule %s coro-discarded-task
// A task that is assigned another one is gone.

#include "lazy.h"

lib::task<int> fetch(int id);

// Found at the first task.
lib::task<int> latest() {
  auto pending = fetch(1);
  // CHECK: :[[@LINE-1]]:8: warning: task 'pending' is replaced before it is awaited; it is lazy, so 'fetch' never runs [coro-discarded-task]
  // CHECK: :[[@LINE+2]]:11: note: another task takes its place here
  // CHECK: :[[@LINE-3]]:8: note: co_await it, return it, or hand it to a function that spawns it
  pending = fetch(2);
  co_return co_await pending;
}

// Not found: awaited in between; empty before.
lib::task<int> both() {
  auto pending = fetch(1);
  int sum = co_await pending;
  pending = fetch(2);
  sum += co_await pending;
  lib::task<int> none;
  none = fetch(3);
  co_return sum + co_await none;
}
