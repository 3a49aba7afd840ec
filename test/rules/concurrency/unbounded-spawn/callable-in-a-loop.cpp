// RUN: %check_rule %s coro-unbounded-spawn
// A callable counts as a task does.

#include "executor.h"

lib::task<> job();
lib::task<> tick();

void start(lib::pool &pool, int count) {
  while (count-- > 0)
    pool.post([] {});
    // CHECK: :[[@LINE-1]]:10: warning: 'post' starts a task in each round of a loop that never waits for one; they pile up [coro-unbounded-spawn]
    // CHECK: :[[@LINE-2]]:10: note: await the task, spawn it in a scope and limit how many run, or take a permit of a semaphore in each round
}

