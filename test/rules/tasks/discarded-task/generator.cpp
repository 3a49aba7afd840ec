// RUN: %check_rule %s coro-discarded-task
// A generator that nobody asks has nothing to do.

#include "eager.h"

lib::generator<int> numbers(int count);

void waste() {
  numbers(3);
  auto some = numbers(4);
}

int sum() {
  int all = 0;
  for (auto each = numbers(3); each.next();)
    all += each.value();
  return all;
}

// CHECK-NONE
