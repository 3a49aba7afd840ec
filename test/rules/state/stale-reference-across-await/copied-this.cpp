// RUN: %check_rule %s coro-stale-reference-across-await
// A closure with a copy of the object has a container of its own.

#include "lazy.h"
#include <vector>

struct job {
  lib::task<void> run();
};

class queue {
public:
  void add(job next) { waiting_.push_back(next); }
  lib::task<void> run() {
    auto now = waiting_;
    auto all = [now]() mutable -> lib::task<void> {
      for (auto &each : now)
        co_await each.run();
    };
    co_await all();
  }

private:
  std::vector<job> waiting_;
};

// CHECK-NONE
