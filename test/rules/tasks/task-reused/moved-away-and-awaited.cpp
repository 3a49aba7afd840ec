// RUN: %check_rule %s coro-task-reused
// Where the task has gone, it can be awaited; here nothing is left.

#include "lazy.h"
#include <optional>
#include <vector>

lib::task<void> save(int id);
lib::task<void> twice(lib::task<void> first, lib::task<void> second);

lib::task<void> into_another() {
  auto work = save(1);
  auto other = std::move(work);
  co_await work;
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' is awaited after it was moved away; it is empty by then [coro-task-reused]
  // CHECK: :[[@LINE-3]]:16: note: moved away here
  // CHECK: :[[@LINE-3]]:3: note: give 'work' a new task first, or await it where it is now
  co_await other;
}

lib::task<void> into_an_argument() {
  auto work = save(1);
  co_await twice(std::move(work), save(2));
  co_await work;
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' is awaited after it was moved away; it is empty by then [coro-task-reused]
  // CHECK: :[[@LINE-3]]:18: note: moved away here
  // CHECK: :[[@LINE-3]]:3: note: give 'work' a new task first, or await it where it is now
}

lib::task<void> into_a_container(std::vector<lib::task<void>> &all) {
  auto work = save(1);
  all.push_back(std::move(work));
  co_await std::move(work);
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' is awaited after it was moved away; it is empty by then [coro-task-reused]
  // CHECK: :[[@LINE-3]]:17: note: moved away here
  // CHECK: :[[@LINE-3]]:3: note: give 'work' a new task first, or await it where it is now
}

lib::task<void> into_a_lambda() {
  auto work = save(1);
  auto later = [kept = std::move(work)]() mutable -> lib::task<void> {
    co_await kept;
  };
  co_await later();
  co_await work;
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' is awaited after it was moved away; it is empty by then [coro-task-reused]
  // CHECK: :[[@LINE-6]]:24: note: moved away here
  // CHECK: :[[@LINE-3]]:3: note: give 'work' a new task first, or await it where it is now
}

lib::task<void> into_an_optional(bool keep) {
  auto work = save(1);
  std::optional<lib::task<void>> kept;
  if (keep)
    kept.emplace(std::move(work));
  co_await work;
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' may be awaited after it was moved away; it is empty by then [coro-task-reused]
  // CHECK: :[[@LINE-3]]:18: note: moved away here
  // CHECK: :[[@LINE-3]]:3: note: give 'work' a new task first, or await it where it is now
}
