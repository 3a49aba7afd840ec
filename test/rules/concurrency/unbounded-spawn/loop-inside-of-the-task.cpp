// RUN: %check_rule %s coro-unbounded-spawn
// Each round is one task, which has a loop of its own.

#include "executor.h"

lib::task<> job();
lib::task<> tick();

void start(lib::pool &pool) {
  pool.post([] {
    for (;;) {
    }
  });
}

// CHECK-NONE
