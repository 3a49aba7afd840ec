// RUN: %check_rule %s coro-unsafe-spawn-capture
// Deferred work runs on the thread that asks for the result.

#include "local_ptr.h"
#include <future>

struct Grid {
  int cells = 0;
};

int solve(lib::local_ptr<Grid> grid);

int solve_when_needed(const lib::local_ptr<Grid> &grid, bool needed) {
  auto answer = std::async(std::launch::deferred, solve, grid);
  auto again =
      std::async(std::launch::deferred, [grid] { return solve(grid); });
  return needed ? answer.get() + again.get() : 0;
}

// CHECK-NONE
