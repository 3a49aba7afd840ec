// RUN: %check_rule %s coro-task-reused
// The default constructor visibly puts no coroutine into the task.

#include "lazy.h"

lib::task<void> save(int id);

lib::task<void> never_filled() {
  lib::task<void> work;
  co_await work;
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' is awaited before there is a task in it; it is still empty [coro-task-reused]
  // CHECK: :[[@LINE-3]]:19: note: made empty here
  // CHECK: :[[@LINE-3]]:3: note: assign a task to 'work' on every path that leads here
}

lib::task<void> filled_on_one_path(bool any) {
  lib::task<void> work;
  if (any)
    work = save(1);
  co_await work;
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' may be awaited before there is a task in it; it is still empty [coro-task-reused]
  // CHECK: :[[@LINE-5]]:19: note: made empty here
  // CHECK: :[[@LINE-3]]:3: note: assign a task to 'work' on every path that leads here
}
