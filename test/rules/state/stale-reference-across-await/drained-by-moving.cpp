// RUN: %check_rule %s coro-stale-reference-across-await
// The container is taken over whole; what others add goes into the next.

#include "lazy.h"
#include <utility>
#include <vector>

struct job {
  lib::task<void> run();
};

class queue {
public:
  void add(job next) { waiting_.push_back(next); }
  lib::task<void> drain() {
    while (!waiting_.empty()) {
      std::vector<job> now;
      now.swap(waiting_);
      for (auto &each : now)
        co_await each.run();
      auto more = std::move(waiting_);
      for (auto &each : more)
        co_await each.run();
    }
  }

private:
  std::vector<job> waiting_;
};

// CHECK-NONE
