// RUN: %check_rule %s coro-unbounded-spawn
// A thread for each item.

#include <thread>
#include <vector>

void work(int id);
void start(std::vector<int> ids) {
  for (int id : ids)
    std::thread(work, id).detach();
    // CHECK: :[[@LINE-1]]:5: warning: the constructor of 'std::thread' starts a task in each round of a loop that never waits for one; they pile up [coro-unbounded-spawn]
    // CHECK: :[[@LINE-2]]:5: note: await the task, spawn it in a scope and limit how many run, or take a permit of a semaphore in each round
}

