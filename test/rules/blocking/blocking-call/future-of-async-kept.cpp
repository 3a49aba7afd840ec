// RUN: %check_rule %s coro-blocking-call
// The future outlives the coroutine's statements.

#include "lazy.h"
#include <future>
#include <utility>
#include <vector>

int count_files();

std::vector<std::future<int>> running;

lib::task<void> start_in_registry() {
  running.push_back(std::async(std::launch::async, count_files));
  co_return;
}

lib::task<void> start_and_move() {
  auto counted = std::async(std::launch::async, count_files);
  running.push_back(std::move(counted));
  co_return;
}

lib::task<std::future<int>> start_for_caller() {
  co_return std::async(std::launch::async, count_files);
}

// Of the whole program.
lib::task<void> start_once() {
  static auto counted = std::async(std::launch::async, count_files);
  co_return;
}
// CHECK-NONE
