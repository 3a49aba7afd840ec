// RUN: %check_rule %s coro-discarded-task
// Each task reaches somebody who awaits it.

#include "lazy.h"
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

lib::task<int> load(int id);
lib::task<void> all_of(std::vector<lib::task<int>> tasks);

lib::task<int> by_index() {
  std::array<lib::task<int>, 2> both{load(1), load(2)};
  co_return co_await both[0] + co_await both[1];
}

lib::task<int> from_a_map() {
  std::map<int, lib::task<int>> pending;
  pending.emplace(1, load(1));
  co_return co_await pending.at(1);
}

lib::task<void> moved_as_a_whole() {
  std::vector<lib::task<int>> tasks;
  tasks.push_back(load(1));
  tasks.emplace_back(load(2));
  co_await all_of(std::move(tasks));
}

lib::task<int> chosen(bool first) {
  std::optional<lib::task<int>> work;
  if (first)
    work = load(1);
  else
    work.emplace(load(2));
  co_return co_await *work;
}

std::unique_ptr<lib::task<int>> owned() {
  auto work = std::make_unique<lib::task<int>>(load(1));
  return work;
}

// CHECK-NONE
