// RUN: %check_rule %s coro-task-reused
// No path uses the task twice.

#include "lazy.h"
#include <vector>

lib::task<void> save(int id);
lib::task<void> now(lib::task<void> work);

lib::task<void> either_or(bool quick) {
  auto work = save(1);
  if (quick)
    co_await work;
  else
    co_await now(std::move(work));
}

lib::task<void> asked_twice(const bool early) {
  auto work = save(1);
  if (early)
    co_await work;
  co_await save(2);
  if (!early)
    co_await work;
}

lib::task<void> left_in_between(bool quick) {
  auto work = save(1);
  if (quick) {
    co_await work;
    co_return;
  }
  co_await work;
}

lib::task<void> left_by_a_loop(std::vector<int> ids) {
  auto work = save(1);
  for (int id : ids)
    if (id == 1) {
      co_await work;
      break;
    }
}

lib::task<void> thrown(bool bad) {
  auto work = save(1);
  if (bad) {
    co_await work;
    throw bad;
  }
  co_await work;
}

lib::task<void> handed_back(bool now) {
  auto work = save(1);
  if (now) {
    co_await work;
    co_return;
  }
  co_await std::move(work);
}

// CHECK-NONE
