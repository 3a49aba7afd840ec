// RUN: %check_rule %s coro-stale-reference-across-await
// An iterator that an algorithm of the standard library has found.

#include "lazy.h"
#include <algorithm>
#include <vector>

lib::task<void> work();

class numbers {
public:
  void add(int next) { all_.push_back(next); }
  lib::task<void> twice(int wanted) {
    auto it = std::find(all_.begin(), all_.end(), wanted);
    co_await work();
    *it = 2 * wanted;
  }

private:
  std::vector<int> all_;
};
