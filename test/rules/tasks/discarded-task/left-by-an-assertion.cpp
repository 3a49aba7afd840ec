// RUN: %check_rule %s coro-discarded-task
// A path that an assertion of a test framework leaves is not one that its
// author wrote.

#include "lazy.h"

#define VERIFY(condition)                                                      \
  do {                                                                         \
    if (!(condition))                                                          \
      co_return;                                                               \
  } while (false)

bool connected();
lib::task<void> save(int id);

// Found: written here.
lib::task<void> leaves() {
  auto work = save(1);
  // CHECK: :[[@LINE-1]]:8: warning: task 'work' is not awaited on every path; elsewhere 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE+4]]:12: note: taken here, but not on the path that leaves before
  // CHECK: :[[@LINE-3]]:8: note: co_await it, return it, or hand it to a function that spawns it
  if (!connected())
    co_return;
  co_await work;
}

// Not found.
lib::task<void> verifies() {
  auto work = save(2);
  VERIFY(connected());
  co_await work;
}
