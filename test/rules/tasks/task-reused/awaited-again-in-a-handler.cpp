// RUN: %check_rule %s coro-task-reused
// What failed is over; to try again takes another task.

#include "lazy.h"
#include <stdexcept>

lib::task<void> connect();

lib::task<void> tried_again() {
  auto work = connect();
  try {
    co_await work;
    co_return;
  } catch (const std::runtime_error &) {
  }
  co_await work;
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' may be awaited again; its coroutine has ended, and to resume it is undefined [coro-task-reused]
  // CHECK: :[[@LINE-6]]:5: note: awaited here before
  // CHECK: :[[@LINE-3]]:3: note: keep the result of the first co_await in a variable, or call the coroutine again for another task
}

lib::task<void> tried_for_ever() {
  auto work = connect();
  for (;;) {
    try {
      co_await work;
      // CHECK: :[[@LINE-1]]:7: warning: task 'work' is awaited again in the next round of the loop; its coroutine has ended, and to resume it is undefined [coro-task-reused]
      // CHECK: :[[@LINE-5]]:8: note: 'work' gets its task outside of the loop
      // CHECK: :[[@LINE-3]]:7: note: keep the result of the first co_await in a variable, or call the coroutine again for another task
      co_return;
    } catch (const std::runtime_error &) {
    }
  }
}
