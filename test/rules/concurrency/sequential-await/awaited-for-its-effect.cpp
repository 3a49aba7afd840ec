// RUN: %check_rule %s coro-sequential-await
// Without a result the order is what is wanted.

#include "client.h"

cppcoro::task<> run(const client &c, std::vector<int> values) {
  co_await c.put(1);
  co_await c.put(2);
  for (int value : values)
    co_await c.put(value);
  for (int value : values)
    co_await fetch(value);
}

// CHECK-NONE
