// RUN: %check_rule %s coro-spawn-borrows-local
// A loop joins as many threads as were started.

#include <atomic>
#include <thread>
#include <vector>

void work(std::atomic<int> &next);

void join_all(unsigned count) {
  std::atomic<int> next{0};
  std::vector<std::thread> threads;
  for (unsigned i = 0; i != count; ++i)
    threads.emplace_back([&] { work(next); });
  for (auto &each : threads)
    each.join();
}

void join_by_index(unsigned count) {
  std::atomic<int> next{0};
  std::vector<std::thread> threads;
  for (unsigned i = 0; i != count; ++i)
    threads.emplace_back([&] { work(next); });
  for (unsigned i = 0; i != count; ++i)
    threads[i].join();
}

void let_go(unsigned count) {
  std::atomic<int> next{0};
  std::vector<std::thread> threads;
  for (unsigned i = 0; i != count; ++i)
    threads.emplace_back([&] { work(next); });
  for (auto &each : threads)
    each.detach();
}

// CHECK-NONE
