// RUN: %check_rule %s coro-unbounded-spawn
// Who keeps the thread or the future can wait for it.

#include <future>
#include <thread>
#include <utility>
#include <vector>

void work(int id);
int compute(int id);

struct context {
  std::thread thread;
};

void start_pool(std::vector<context> &all) {
  for (auto &each : all)
    each.thread = std::thread(work, 1);
}

std::vector<std::thread> start_some(int count) {
  std::vector<std::thread> threads;
  for (int i = 0; i != count; ++i) {
    std::thread next(work, i);
    threads.push_back(std::move(next));
  }
  return threads;
}

std::vector<std::future<int>> start_all(const std::vector<int> &ids) {
  std::vector<std::future<int>> results;
  for (int id : ids)
    results.push_back(std::async(std::launch::async, compute, id));
  return results;
}

void let_go(const std::vector<int> &ids) {
  for (int id : ids) {
    std::thread next(work, id);
    // CHECK: :[[@LINE-1]]:17: warning: the constructor of 'std::thread' starts a task in each round of a loop that never waits for one; they pile up [coro-unbounded-spawn]
    // CHECK: :[[@LINE-2]]:17: note: await the task, spawn it in a scope and limit how many run, or take a permit of a semaphore in each round
    next.detach();
  }
}

