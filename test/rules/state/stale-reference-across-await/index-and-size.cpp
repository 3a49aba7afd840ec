// RUN: %check_rule %s coro-stale-reference-across-await
// An index and a size are data, whatever becomes of the container.

#include "lazy.h"
#include <vector>

struct step {
  lib::task<void> run();
};

class plan {
public:
  void add(step next) { steps_.push_back(next); }
  lib::task<void> run() {
    const auto count = steps_.size();
    for (unsigned i = 0; i < count && i < steps_.size(); ++i) {
      step mine = steps_[i];
      co_await mine.run();
      co_await mine.run();
    }
  }

private:
  std::vector<step> steps_;
};

// CHECK-NONE
