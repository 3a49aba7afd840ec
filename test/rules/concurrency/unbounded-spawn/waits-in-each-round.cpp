// RUN: %check_rule %s coro-unbounded-spawn
// A semaphore or a lock holds it up.

#include "executor.h"

lib::task<> job();
lib::task<> tick();
#include <semaphore>

void start(lib::pool &pool, std::counting_semaphore<8> &free) {
  for (;;) {
    free.acquire();
    pool.spawn(job());
  }
}

// CHECK-NONE
