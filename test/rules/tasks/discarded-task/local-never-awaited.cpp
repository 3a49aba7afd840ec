// RUN: %check_rule %s coro-discarded-task
// A variable silences [[nodiscard]]; nothing runs all the same.

#include "lazy.h"

lib::task<int> fetch(int id);

// Found at the variable.
lib::task<int> sum() {
  auto first = fetch(1);
  // CHECK: :[[@LINE-1]]:8: warning: task 'first' is never awaited; it is lazy, so 'fetch' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:8: note: co_await it, return it, or hand it to a function that spawns it
  int second = co_await fetch(2);
  co_return second;
}

// Found: to look whether it is valid is not to await it.
lib::task<bool> look() {
  lib::task<int> pending = fetch(3);
  // CHECK: :[[@LINE-1]]:18: warning: task 'pending' is never awaited; it is lazy, so 'fetch' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:18: note: co_await it, return it, or hand it to a function that spawns it
  co_return pending.valid();
}

// Found: [[maybe_unused]] means the variable, not the work.
lib::task<void> keep() {
  [[maybe_unused]] auto pending = fetch(4);
  // CHECK: :[[@LINE-1]]:25: warning: task 'pending' is never awaited; it is lazy, so 'fetch' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:25: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Not found.
lib::task<int> sum_well() {
  auto first = fetch(1);
  auto second = fetch(2);
  co_return co_await first + co_await second;
}
