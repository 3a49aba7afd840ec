// RUN: %check_rule %s coro-sequential-await
// Seastar has words of its own.

#include "seastar_future.h"

seastar::future<int> fetch(int id);
seastar::future<int> sum() {
  int a = co_await fetch(1);
  int b = co_await fetch(2);
  // CHECK: :[[@LINE-1]]:11: warning: 'fetch' begins only when 'fetch' is done, and needs nothing of it; their times add up [coro-sequential-await]
  // CHECK: :[[@LINE-3]]:11: note: awaited first
  // CHECK: :[[@LINE-3]]:11: note: await them together: seastar::coroutine::all(...) or seastar::when_all_succeed(...)
  co_return a + b;
}

