// RUN: %check_rule %s coro-sequential-await
// What stands between them may need the first.

#include "client.h"

cppcoro::task<> run() {
  auto a = co_await fetch(1);
  use(a, a);
  auto b = co_await fetch(2);
  use(b, b);
}

// CHECK-NONE
