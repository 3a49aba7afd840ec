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
    // CHECK: :[[@LINE-1]]:10: warning: the iterator 'it' into 'all_' is used after a suspension; 'all_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:6: note: used here afterwards
    // CHECK: :[[@LINE-6]]:29: note: 'all_' is changed here, in 'add'
    // CHECK: :[[@LINE-5]]:10: note: copy what is needed, or look it up in 'all_' again after the suspension
    co_await work();
    *it = 2 * wanted;
  }

private:
  std::vector<int> all_;
};
