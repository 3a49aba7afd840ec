// RUN: %check_rule %s coro-stale-reference-across-await
// Suspensions that are none, and generators, which run in step with whoever
// asks them.

#include "eager.h"
#include "lazy.h"
#include <coroutine>
#include <vector>

class numbers {
public:
  void add(int next) { all_.push_back(next); }

  lib::generator<int> each() {
    for (int &next : all_)
      co_yield next;
  }

  lib::task<int> sum() {
    int total = 0;
    for (int &next : all_) {
      co_await std::suspend_never();
      total += next;
    }
    co_return total;
  }

private:
  std::vector<int> all_;
};

// CHECK-NONE
