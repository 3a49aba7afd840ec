// RUN: %check_rule %s coro-stale-reference-across-await
// Changes that cannot come in between: construction, destruction, main, and
// what only the coroutine itself calls.

#include "lazy.h"
#include <vector>

struct step {
  lib::task<void> run();
};

class plan {
public:
  plan() {
    steps_.push_back({});
    prepare();
  }
  ~plan() { steps_.clear(); }

  lib::task<void> run() {
    more_.clear();
    collect();
    for (auto &each : steps_)
      co_await each.run();
    for (auto &each : more_)
      co_await each.run();
    for (auto &each : never_)
      co_await each.run();
  }

private:
  void prepare() { steps_.emplace_back(); }
  void collect() { more_.push_back({}); }

  std::vector<step> steps_;
  std::vector<step> more_;
  std::vector<step> never_;
};

// CHECK-NONE
