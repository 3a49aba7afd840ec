// RUN: %check_rule %s coro-unbounded-spawn
// It may wait for a free place.

#include "executor.h"

lib::task<> job();
lib::task<> tick();

void limit(lib::pool &pool);
void start(lib::pool &pool) {
  for (;;) {
    limit(pool);
    pool.spawn(job());
  }
}

// CHECK-NONE
