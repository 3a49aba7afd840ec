// RUN: %check_rule %s coro-task-reused
// The loop of an assertion is there to make one statement of it.

#include "results.h"

bool never();
void fail(const char *text);

#define REQUIRE_EQUAL(left, right)                                             \
  do {                                                                         \
    if ((left) != (right))                                                     \
      fail(#left);                                                             \
  } while (never())

#define EXPECT_EQUAL(left, right)                                              \
  if ((left) == (right))                                                       \
    ;                                                                          \
  else                                                                         \
    print(#left, left)

template <class T> void print(const char *text, T &&value);

concurrencpp::result<int> load(int id);

void checked() {
  auto number = load(1);
  REQUIRE_EQUAL(number.get(), 42);
}

void expected() {
  auto number = load(1);
  EXPECT_EQUAL(number.get(), 42);
}

// CHECK-NONE
