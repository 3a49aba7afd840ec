// RUN: %check_rule %s coro-discarded-task
// What stands in a macro that expects a failure is there for the failure; and a
// use inside of a macro is one on every path that the author wrote.

#include "lazy.h"
#include <utility>

bool always_true();
#define EXPECT_THROW(statement, kind)                                          \
  try {                                                                        \
    if (always_true()) {                                                       \
      statement;                                                               \
    }                                                                          \
  } catch (const kind &) {                                                     \
  }
#define RUN_TWICE(statement)                                                   \
  statement;                                                                   \
  statement

struct closed {};
lib::task<void> save(int id);
void take(lib::task<void> work);

// Found: another macro.
lib::task<void> twice() {
  RUN_TWICE(save(1));
  // CHECK: :[[@LINE-1]]:13: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Not found.
lib::task<void> refuses() {
  EXPECT_THROW(save(2), closed);
  auto work = save(3);
  EXPECT_THROW(take(std::move(work)), closed);
  co_return;
}
