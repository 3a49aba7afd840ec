// RUN: %check_rule %s coro-unbounded-spawn
// A server starts a task when a client comes.

#include "executor.h"

lib::task<> job();
lib::task<> tick();

lib::task<> run(lib::pool &pool) {
  for (;;) {
    co_await tick();
    pool.spawn(job());
  }
}

// CHECK-NONE
