// RUN: %check_rule %s coro-unbounded-spawn
// The helper spawns what it is given.

#include "executor.h"

lib::task<> job();
lib::task<> tick();

void go(lib::pool &pool, lib::task<void> work) { pool.spawn(std::move(work)); }
void start(lib::pool &pool) {
  for (;;)
    go(pool, job());
    // CHECK: :[[@LINE-1]]:5: warning: 'go' starts a task in each round of a loop that has no end and never waits for one; they pile up [coro-unbounded-spawn]
    // CHECK: :[[@LINE-2]]:5: note: await the task, spawn it in a scope and limit how many run, or take a permit of a semaphore in each round
}

