// RUN: %check_rule %s coro-sequential-await
// There is nothing to name.

#include "lazy.h"
lib::task<int> fetch(int id);
lib::task<int> sum() {
  int a = co_await fetch(1);
  int b = co_await fetch(2);
  co_return a + b;
}

// CHECK-NONE
