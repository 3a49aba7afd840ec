// RUN: %check_rule %s coro-task-reused
// The awaiter hands the coroutine over without asking whether it has ended.

#include "lazy.h"

lib::task<void> save(int id);
lib::task<int> load(int id);

lib::task<void> one_after_the_other() {
  auto work = save(1);
  co_await work;
  co_await work;
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' is awaited again; its coroutine has ended, and to resume it is undefined [coro-task-reused]
  // CHECK: :[[@LINE-3]]:3: note: awaited here before
  // CHECK: :[[@LINE-3]]:3: note: keep the result of the first co_await in a variable, or call the coroutine again for another task
}

lib::task<int> on_one_path(bool twice) {
  auto number = load(1);
  int sum = co_await number;
  if (twice)
    sum += co_await number;
    // CHECK: :[[@LINE-1]]:12: warning: task 'number' is awaited again; its coroutine has ended, and to resume it is undefined [coro-task-reused]
    // CHECK: :[[@LINE-4]]:13: note: awaited here before
    // CHECK: :[[@LINE-3]]:12: note: keep the result of the first co_await in a variable, or call the coroutine again for another task
  co_return sum;
}

lib::task<void> on_the_path_before(bool early) {
  auto work = save(1);
  if (early)
    co_await work;
  co_await work;
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' may be awaited again; its coroutine has ended, and to resume it is undefined [coro-task-reused]
  // CHECK: :[[@LINE-3]]:5: note: awaited here before
  // CHECK: :[[@LINE-3]]:3: note: keep the result of the first co_await in a variable, or call the coroutine again for another task
}

lib::task<void> of_a_parameter(lib::task<void> work) {
  co_await work;
  co_await work;
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' is awaited again; its coroutine has ended, and to resume it is undefined [coro-task-reused]
  // CHECK: :[[@LINE-3]]:3: note: awaited here before
  // CHECK: :[[@LINE-3]]:3: note: keep the result of the first co_await in a variable, or call the coroutine again for another task
}
