// RUN: %check_rule %s coro-unbounded-spawn
// The scope ends them.

#include "executor.h"

lib::task<> job();
lib::task<> tick();

void start(lib::scope &scope) {
  for (int i = 0; i < 8; ++i)
    scope.spawn(job());
}

// CHECK-NONE
