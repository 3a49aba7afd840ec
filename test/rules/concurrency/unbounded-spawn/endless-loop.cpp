// RUN: %check_rule %s coro-unbounded-spawn
// Nothing holds the loop up.

#include "executor.h"

lib::task<> job();
lib::task<> tick();

void start(lib::pool &pool) {
  for (;;)
    pool.spawn(job());
    // CHECK: :[[@LINE-1]]:10: warning: 'spawn' starts a task in each round of a loop that has no end and never waits for one; they pile up [coro-unbounded-spawn]
    // CHECK: :[[@LINE-2]]:10: note: await the task, spawn it in a scope and limit how many run, or take a permit of a semaphore in each round
}
lib::task<> run(lib::pool &pool) {
  while (true) {
    pool.spawn(job());
    // CHECK: :[[@LINE-1]]:10: warning: 'spawn' starts a task in each round of a loop that has no end and never waits for one; they pile up [coro-unbounded-spawn]
    // CHECK: :[[@LINE-2]]:10: note: await the task, spawn it in a scope and limit how many run, or take a permit of a semaphore in each round
  }
}

