// RUN: %check_rule %s coro-discarded-task
// Two tasks in one declaration.

#include "lazy.h"
#include <tuple>
#include <utility>

std::pair<lib::task<int>, lib::task<int>> start_both();
struct halves {
  lib::task<int> left, right;
};
halves split();

lib::task<int> add() {
  auto [first, second] = start_both();
  auto [left, right] = split();
  co_return co_await first + co_await second + co_await left + co_await right;
}

// CHECK-NONE
