// RUN: %check_rule %s coro-discarded-task
// A variable that holds no task until one is assigned.

#include "lazy.h"
#include <optional>
#include <utility>

lib::task<int> fetch(int id);

lib::task<int> perhaps(bool wanted) {
  lib::task<int> pending;
  if (wanted)
    pending = fetch(1);
  if (pending.valid())
    co_return co_await pending;
  co_return 0;
}

lib::task<int> optionally(bool wanted) {
  std::optional<lib::task<int>> pending;
  if (wanted)
    pending.emplace(fetch(1));
  co_return pending ? co_await *pending : 0;
}

lib::task<int> swapped() {
  auto left = fetch(1);
  auto right = fetch(2);
  std::swap(left, right);
  co_return co_await left + co_await right;
}

// CHECK-NONE
