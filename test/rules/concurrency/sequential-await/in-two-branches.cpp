// RUN: %check_rule %s coro-sequential-await
// Only one of them is awaited.

#include "client.h"

cppcoro::task<int> run(bool left) {
  if (left) {
    auto a = co_await fetch(1);
    co_return a;
  }
  auto b = co_await fetch(2);
  co_return b;
}

// CHECK-NONE
