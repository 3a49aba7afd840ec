// RUN: %check_rule %s coro-unbounded-spawn
// The loop is there to find one.

#include "executor.h"

lib::task<> job();
lib::task<> tick();
#include <vector>

void start(lib::pool &pool, const std::vector<int> &ids) {
  for (int id : ids)
    if (id > 3) {
      pool.spawn(job());
      break;
    }
}

// CHECK-NONE
