// RUN: %check_rule %s coro-unbounded-spawn
// The tasks are awaited or kept.

#include "executor.h"

lib::task<> job();
lib::task<> tick();
#include <vector>

lib::task<> run(std::vector<int> ids) {
  std::vector<lib::task<>> all;
  for (int id : ids)
    all.push_back(job());
  for (auto &each : all)
    co_await each;
}

// CHECK-NONE
