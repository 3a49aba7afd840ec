// RUN: %check_rule %s coro-stale-reference-across-await
// Containers that nothing in sight changes, or that nothing can change.

#include "lazy.h"
#include <array>
#include <string>
#include <vector>

struct step {
  lib::task<void> run() const;
};

const std::vector<step> all_steps;

class program {
public:
  explicit program(std::vector<step> steps) : steps_(std::move(steps)) {}

  lib::task<void> run() {
    for (const auto &each : steps_)
      co_await each.run();
    for (const auto &each : fixed_)
      co_await each.run();
    for (const auto &each : all_steps)
      co_await each.run();
    for (const auto &each : table_)
      co_await each.run();
  }

  void reset() { table_[0] = {}; }

private:
  std::vector<step> steps_;
  const std::vector<step> fixed_;
  std::array<step, 2> table_;
};

// CHECK-NONE
