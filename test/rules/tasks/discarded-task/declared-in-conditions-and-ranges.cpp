// RUN: %check_rule %s coro-discarded-task
// The task is awaited within the statement that declares it.

#include "lazy.h"
#include <tuple>
#include <utility>
#include <vector>

lib::task<int> fetch(int id);
std::vector<lib::task<int>> fetch_many();

lib::task<int> in_an_if(bool wanted) {
  if (auto work = fetch(1); wanted || true)
    co_return co_await work;
  else
    co_return co_await std::move(work);
}

lib::task<int> in_a_switch() {
  switch (auto work = fetch(1); co_await work) {
  case 0:
    co_return 1;
  default:
    co_return 2;
  }
}

lib::task<int> in_a_for() {
  int sum = 0;
  for (auto work = fetch(0); sum < 3; work = fetch(sum))
    sum += co_await work;
  co_return sum;
}

lib::task<int> in_a_range() {
  int sum = 0;
  for (auto &&work : fetch_many())
    sum += co_await std::forward<decltype(work)>(work);
  co_return sum;
}

lib::task<int> as_a_forwarding_reference() {
  auto &&work = fetch(1);
  co_return co_await std::forward<decltype(work)>(work);
}

lib::task<int> by_structured_binding() {
  auto [left, right] = std::tuple(fetch(1), fetch(2));
  co_return co_await left + co_await right;
}
// CHECK-NONE
