// RUN: %check_rule %s coro-unbounded-spawn
// No loop.

#include "executor.h"

lib::task<> job();
lib::task<> tick();

void start(lib::pool &pool) {
  pool.spawn(job());
  pool.spawn(job());
}

// CHECK-NONE
