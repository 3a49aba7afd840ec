// RUN: %check_rule %s coro-unbounded-spawn
// As many tasks as there are items, all at once.

#include "executor.h"

lib::task<> job();
lib::task<> tick();
#include <vector>

lib::task<> load(int id);
void start(lib::pool &pool, std::vector<int> ids) {
  for (int id : ids)
    pool.spawn(load(id));
    // CHECK: :[[@LINE-1]]:10: warning: 'spawn' starts a task in each round of a loop that never waits for one; they pile up [coro-unbounded-spawn]
    // CHECK: :[[@LINE-2]]:10: note: await the task, spawn it in a scope and limit how many run, or take a permit of a semaphore in each round
  for (int i = 0; i < 1000000; ++i)
    pool.spawn(load(i));
    // CHECK: :[[@LINE-1]]:10: warning: 'spawn' starts a task in each round of a loop that never waits for one; they pile up [coro-unbounded-spawn]
    // CHECK: :[[@LINE-2]]:10: note: await the task, spawn it in a scope and limit how many run, or take a permit of a semaphore in each round
}

