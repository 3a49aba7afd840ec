// RUN: %check_rule %s coro-stale-reference-across-await
// A member coroutine of a class template, told once.

#include "lazy.h"
#include <vector>

template <class T> class group {
public:
  void add(T next) { all_.push_back(next); }
  lib::task<void> run() {
    for (auto &each : all_)
    // CHECK: :[[@LINE-1]]:23: warning: 'all_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:7: note: suspends here
    // CHECK: :[[@LINE-3]]:21: note: goes on here afterwards
    // CHECK: :[[@LINE-6]]:22: note: 'all_' is changed here, in 'add'
    // CHECK: :[[@LINE-5]]:23: note: loop over a copy of 'all_', or hold an async lock that its changes take, too
      co_await each.run();
  }

private:
  std::vector<T> all_;
};

struct fast {
  lib::task<void> run();
};
struct slow {
  lib::task<void> run();
};

lib::task<void> both(group<fast> &first, group<slow> &second) {
  co_await first.run();
  co_await second.run();
}
