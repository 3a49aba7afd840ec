// RUN: %check_rule %s coro-discarded-task
// A test that drops a task does not test what it says.

#include "lazy.h"
#include "unit_test.h"

lib::task<void> save(int id);
void check(bool condition);

// Found twice.
TEST_CASE("saves") {
  auto saved = save(1);
  // CHECK: :[[@LINE-1]]:8: warning: task 'saved' is never awaited; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:8: note: hand it to a function that runs or spawns it, or return it
  check(true);
  save(2);
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: hand it to a function that runs or spawns it, or return it
}

// Not found.
TEST_CASE("saves all") { lib::sync_wait(save(3)); }
