// RUN: %check_rule %s coro-task-reused
// An instance of a template is known, and reported once.

#include "lazy.h"

lib::task<void> save(int id);

template <class Task> lib::task<void> twice(Task work) {
  co_await work;
  co_await work;
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' is awaited again; its coroutine has ended, and to resume it is undefined [coro-task-reused]
  // CHECK: :[[@LINE-3]]:3: note: awaited here before
  // CHECK: :[[@LINE-3]]:3: note: keep the result of the first co_await in a variable, or call the coroutine again for another task
}

lib::task<void> both() {
  co_await twice(save(1));
  co_await twice(lib::task<int>());
}
