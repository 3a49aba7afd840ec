// RUN: %check_rule %s coro-discarded-task
// A box made with the task in it dies with it in it.

#include "lazy.h"
#include <memory>
#include <optional>
#include <utility>
#include <vector>

lib::task<void> save(int id);

// Found four times: no box is ever opened.
lib::task<void> forget() {
  std::optional<lib::task<void>> maybe = save(1);
  // CHECK: :[[@LINE-1]]:34: warning: the tasks in 'maybe' are never awaited; they are lazy, so their work never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:42: note: put in here
  // CHECK: :[[@LINE-3]]:34: note: co_await each, or all of them together
  auto owner = std::make_unique<lib::task<void>>(save(2));
  // CHECK: :[[@LINE-1]]:8: warning: the tasks in 'owner' are never awaited; they are lazy, so their work never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:50: note: put in here
  // CHECK: :[[@LINE-3]]:8: note: co_await each, or all of them together
  std::pair<lib::task<void>, int> numbered{save(3), 3};
  // CHECK: :[[@LINE-1]]:35: warning: the tasks in 'numbered' are never awaited; they are lazy, so their work never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:44: note: put in here
  // CHECK: :[[@LINE-3]]:35: note: co_await each, or all of them together
  lib::task<void> both[] = {save(4), save(5)};
  // CHECK: :[[@LINE-1]]:19: warning: the tasks in 'both' are never awaited; they are lazy, so their work never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:29: note: put in here
  // CHECK: :[[@LINE-3]]:19: note: co_await each, or all of them together
  co_return;
}

// Not found: each box is opened, or given away.
std::vector<std::unique_ptr<lib::task<void>>> all;
lib::task<void> use() {
  std::optional<lib::task<void>> maybe = save(1);
  auto owner = std::make_unique<lib::task<void>>(save(2));
  std::pair<lib::task<void>, int> numbered{save(3), 3};
  lib::task<void> both[] = {save(4), save(5)};
  co_await *maybe;
  all.push_back(std::move(owner));
  co_await numbered.first;
  for (auto &each : both)
    co_await each;
}
