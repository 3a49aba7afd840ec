// RUN: %check_rule %s coro-task-reused
// The task is made before the loop, so that only the first round has it.

#include "lazy.h"

lib::task<void> save(int id);

lib::task<void> counted(int rounds) {
  auto work = save(1);
  for (int i = 0; i < rounds; ++i)
    co_await work;
    // CHECK: :[[@LINE-1]]:5: warning: task 'work' is awaited again in the next round of the loop; its coroutine has ended, and to resume it is undefined [coro-task-reused]
    // CHECK: :[[@LINE-4]]:8: note: 'work' gets its task outside of the loop
    // CHECK: :[[@LINE-3]]:5: note: keep the result of the first co_await in a variable, or call the coroutine again for another task
}

lib::task<void> moved_in_each_round(int rounds) {
  auto work = save(1);
  while (rounds-- > 0)
    co_await std::move(work);
    // CHECK: :[[@LINE-1]]:5: warning: task 'work' is awaited again in the next round of the loop; its coroutine has ended, and to resume it is undefined [coro-task-reused]
    // CHECK: :[[@LINE-4]]:8: note: 'work' gets its task outside of the loop
    // CHECK: :[[@LINE-3]]:5: note: keep the result of the first co_await in a variable, or call the coroutine again for another task
}

lib::task<void> until_it_is_done(bool (*done)()) {
  auto work = save(1);
  do {
    co_await work;
    // CHECK: :[[@LINE-1]]:5: warning: task 'work' is awaited again in the next round of the loop; its coroutine has ended, and to resume it is undefined [coro-task-reused]
    // CHECK: :[[@LINE-4]]:8: note: 'work' gets its task outside of the loop
    // CHECK: :[[@LINE-3]]:5: note: keep the result of the first co_await in a variable, or call the coroutine again for another task
  } while (!done());
}
