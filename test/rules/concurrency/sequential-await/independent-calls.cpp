// RUN: %check_rule %s coro-sequential-await
// The second needs nothing of the first.

#include "client.h"

cppcoro::task<> run(const client &c) {
  auto a = co_await fetch(1);
  auto b = co_await fetch(2);
  // CHECK: :[[@LINE-1]]:12: warning: 'fetch' begins only when 'fetch' is done, and needs nothing of it; their times add up [coro-sequential-await]
  // CHECK: :[[@LINE-3]]:12: note: awaited first
  // CHECK: :[[@LINE-3]]:12: note: await them together: cppcoro::when_all(...)
  use(a, b);
  const int d = co_await c.get("d");
  const int e = co_await c.get("e");
  // CHECK: :[[@LINE-1]]:17: warning: 'get' begins only when 'get' is done, and needs nothing of it; their times add up [coro-sequential-await]
  // CHECK: :[[@LINE-3]]:17: note: awaited first
  // CHECK: :[[@LINE-3]]:17: note: await them together: cppcoro::when_all(...)
  use(d, e);
}

