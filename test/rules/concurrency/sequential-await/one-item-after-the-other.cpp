// RUN: %check_rule %s coro-sequential-await
// The rounds know nothing of each other.

#include "client.h"

cppcoro::task<std::vector<int>> all(std::vector<int> ids) {
  std::vector<int> found;
  for (int id : ids)
    found.push_back(co_await fetch(id));
    // CHECK: :[[@LINE-1]]:21: warning: 'fetch' is awaited for one item after the other, and needs nothing of the round before; their times add up [coro-sequential-await]
    // CHECK: :[[@LINE-2]]:21: note: await them together: cppcoro::when_all(...)
  co_return found;
}

