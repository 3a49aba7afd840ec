// RUN: %check_rule %s coro-sequential-await
// As it is meant to be.

#include "client.h"

cppcoro::task<int> both(cppcoro::task<int> a, cppcoro::task<int> b);
cppcoro::task<> run() {
  auto sum = co_await both(fetch(1), fetch(2));
  use(sum, sum);
}

// CHECK-NONE
