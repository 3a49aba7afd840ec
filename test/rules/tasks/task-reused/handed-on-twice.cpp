// RUN: %check_rule %s coro-task-reused
// The second one gets an empty task.

#include "lazy.h"
#include <vector>

lib::task<void> save(int id);

void waited_for_twice() {
  auto work = save(1);
  lib::sync_wait(std::move(work));
  lib::sync_wait(std::move(work));
  // CHECK: :[[@LINE-1]]:18: warning: task 'work' is handed on after it was moved away; whoever awaits it finds it empty [coro-task-reused]
  // CHECK: :[[@LINE-3]]:18: note: moved away here
  // CHECK: :[[@LINE-3]]:18: note: give 'work' a new task first, or await it where it is now
}

void kept_twice(std::vector<lib::task<void>> &all) {
  auto work = save(1);
  for (int i = 0; i < 2; ++i)
    all.push_back(std::move(work));
    // CHECK: :[[@LINE-1]]:19: warning: task 'work' is handed on again in the next round of the loop; whoever awaits it finds it empty [coro-task-reused]
    // CHECK: :[[@LINE-4]]:8: note: 'work' gets its task outside of the loop
    // CHECK: :[[@LINE-3]]:19: note: give 'work' a new task first, or await it where it is now
}
