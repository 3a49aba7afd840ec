// RUN: %check_rule %s coro-discarded-task
// A callable whose type is erased: operator() runs and returns what never does.

#include "lazy.h"
#include <functional>

lib::task<void> save(int id);

// Found, and named by the variable: 'operator()' itself has run.
lib::task<void> notify(const std::function<lib::task<void>(int)> &on_change) {
  on_change(1);
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'on_change' is dropped; it is lazy, so its work never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Found, likewise in a local variable.
lib::task<void> notify_later(std::function<lib::task<void>(int)> on_change) {
  auto pending = on_change(2);
  // CHECK: :[[@LINE-1]]:8: warning: task 'pending' is never awaited; it is lazy, so its work never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:8: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Not found.
lib::task<void> notify_well(std::function<lib::task<void>(int)> on_change) {
  co_await on_change(1);
}
