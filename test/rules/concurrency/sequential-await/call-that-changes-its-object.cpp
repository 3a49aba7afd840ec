// RUN: %check_rule %s coro-sequential-await
// The order is part of what it does.

#include "client.h"

cppcoro::task<> run(client &c) {
  auto a = co_await c.next();
  auto b = co_await c.next();
  use(a, b);
}

// CHECK-NONE
