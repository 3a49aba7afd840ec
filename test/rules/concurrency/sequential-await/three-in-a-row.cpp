// RUN: %check_rule %s coro-sequential-await
// One finding for the row.

#include "client.h"

cppcoro::task<> run() {
  auto a = co_await fetch(1);
  auto b = co_await fetch(2);
  // CHECK: :[[@LINE-1]]:12: warning: 'fetch' begins only when 'fetch' is done, and needs nothing of it; their times add up [coro-sequential-await]
  // CHECK: :[[@LINE-3]]:12: note: awaited first
  // CHECK: :[[@LINE-3]]:12: note: await them together: cppcoro::when_all(...)
  auto c = co_await fetch(3);
  use(a + b, c);
}

