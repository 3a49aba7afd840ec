// RUN: %check_rule %s coro-discarded-task
// The outer task is awaited, the one that it gives is not.

#include "lazy.h"

lib::task<int> work();
lib::task<lib::task<int>> prepare();

// Found: the result of the co_await is itself a task.
lib::task<void> run() { co_await prepare(); }
// CHECK: :[[@LINE-1]]:25: warning: the task that this co_await gives is dropped; it is lazy, so its work never runs [coro-discarded-task]
// CHECK: :[[@LINE-2]]:25: note: co_await it, return it, or hand it to a function that spawns it

// Found: in a variable.
lib::task<void> run_later() {
  auto prepared = co_await prepare();
  // CHECK: :[[@LINE-1]]:8: warning: task 'prepared' is never awaited; it is lazy, so its work never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:8: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Not found.
lib::task<int> run_both() { co_return co_await co_await prepare(); }
