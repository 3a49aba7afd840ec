// RUN: %check_rule %s coro-discarded-task
// A wrapper takes the task, by value or by reference, and is awaited instead.

#include "lazy.h"
#include <tuple>
#include <utility>

lib::task<int> fetch(int id);
lib::task<void> save(int id);
template <class T> lib::task<T> with_timeout(int seconds, lib::task<T> work);
template <class T> T &&traced(T &&awaitable);
lib::task<void> all_of(std::tuple<lib::task<void>, lib::task<void>> both);
struct race {
  lib::task<int> left, right;
  lib::task<int> first() &&;
};

lib::task<int> run() {
  co_await with_timeout(3, save(1));
  co_await traced(save(2));
  auto third = save(3);
  co_await traced(third);
  co_await all_of(std::tuple(save(4), save(5)));
  auto left = fetch(6);
  co_return co_await race{std::move(left), fetch(7)}.first();
}

// CHECK-NONE
