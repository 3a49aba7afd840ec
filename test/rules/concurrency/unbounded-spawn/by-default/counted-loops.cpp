// RUN: %check_rule %s coro-unbounded-spawn
// Unless asked for, only loops without end.

#include "executor.h"

lib::task<> job();
lib::task<> tick();

void start(lib::pool &pool) {
  for (int i = 0; i < 8; ++i)
    pool.spawn(job());
}

// CHECK-NONE
