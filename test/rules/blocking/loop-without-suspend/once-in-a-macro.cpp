// RUN: %check_rule %s coro-loop-without-suspend
// The loop of an assertion is none.

#include "lazy.h"

void check(bool);
bool always();

#define REQUIRE(condition)                                                     \
  do {                                                                         \
    check(condition);                                                          \
  } while (always())
#define ONCE(condition)                                                        \
  do {                                                                         \
    check(condition);                                                          \
  } while (0)
#define FOREVER while (true)

lib::task<void> asserts(int value) {
  REQUIRE(value > 0);
  ONCE(value > 1);
  co_return;
}

lib::task<void> by_macro() {
  FOREVER check(true);
  co_return;
}

// CHECK-NONE
