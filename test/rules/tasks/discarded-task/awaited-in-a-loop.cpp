// RUN: %check_rule %s coro-discarded-task
// Made in one loop, awaited in another, or again and again.

#include "lazy.h"
#include <array>
#include <utility>
#include <vector>

lib::task<int> fetch(int id);

lib::task<int> sum(int count) {
  std::vector<lib::task<int>> all;
  for (int id = 0; id < count; ++id) {
    auto pending = fetch(id);
    all.push_back(std::move(pending));
  }
  int result = 0;
  for (auto &pending : all)
    result += co_await pending;
  std::array<lib::task<int>, 2> two{fetch(1), fetch(2)};
  for (auto &pending : two)
    result += co_await pending;
  for (auto pending = fetch(0);; pending = fetch(result)) {
    result += co_await pending;
    if (result > 100)
      co_return result;
  }
}

// CHECK-NONE
