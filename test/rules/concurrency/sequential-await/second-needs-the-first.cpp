// RUN: %check_rule %s coro-sequential-await
// It cannot begin before.

#include "client.h"

cppcoro::task<> run() {
  auto a = co_await fetch(1);
  auto b = co_await fetch(a);
  use(a, b);
  auto c = co_await fetch(a + b);
  use(b, c);
}

// CHECK-NONE
