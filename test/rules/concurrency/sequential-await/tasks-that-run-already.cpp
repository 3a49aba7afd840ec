// RUN: %check_rule %s coro-sequential-await
// Both groups were started before; only their ends are awaited in a row.

#include "seastar_future.h"
#include <vector>

seastar::future<int> fetch(int id);
seastar::future<int> sum_of(std::vector<seastar::future<int>> all);
seastar::future<int> ends_of(std::vector<seastar::future<int>>::iterator from);
seastar::future<int> sum() {
  std::vector<seastar::future<int>> some;
  std::vector<seastar::future<int>> others;
  some.push_back(fetch(1));
  others.push_back(fetch(2));
  int a = co_await ends_of(some.begin());
  int b = co_await sum_of(std::move(others));
  co_return a + b;
}

// CHECK-NONE
