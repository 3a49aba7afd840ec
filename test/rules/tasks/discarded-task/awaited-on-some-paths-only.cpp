// RUN: %check_rule %s coro-discarded-task
// Made before the decision, awaited after it.

#include "lazy.h"

lib::task<int> fetch(int id);
bool is_cached(int id);

// Found: the path of the early return drops it.
lib::task<int> get(int id) {
  auto pending = fetch(id);
  // CHECK: :[[@LINE-1]]:8: warning: task 'pending' is not awaited on every path; elsewhere 'fetch' never runs [coro-discarded-task]
  // CHECK: :[[@LINE+4]]:22: note: taken here, but not on the path that leaves before
  // CHECK: :[[@LINE-3]]:8: note: co_await it, return it, or hand it to a function that spawns it
  if (is_cached(id))
    co_return 0;
  co_return co_await pending;
}

// Found: no else.
lib::task<void> refresh(int id) {
  auto pending = fetch(id);
  // CHECK: :[[@LINE-1]]:8: warning: task 'pending' is not awaited on every path; elsewhere 'fetch' never runs [coro-discarded-task]
  // CHECK: :[[@LINE+3]]:14: note: taken here, but not on the path that leaves before
  // CHECK: :[[@LINE-3]]:8: note: co_await it, return it, or hand it to a function that spawns it
  if (!is_cached(id))
    co_await pending;
}

// Found: one case of three.
lib::task<int> choose(int what) {
  auto pending = fetch(what);
  // CHECK: :[[@LINE-1]]:8: warning: task 'pending' is not awaited on every path; elsewhere 'fetch' never runs [coro-discarded-task]
  // CHECK: :[[@LINE+6]]:24: note: taken here, but not on the path that leaves before
  // CHECK: :[[@LINE-3]]:8: note: co_await it, return it, or hand it to a function that spawns it
  switch (what) {
  case 0:
    co_return 0;
  case 1:
    co_return co_await pending;
  default:
    co_return co_await std::move(pending);
  }
}

// Not found: made where it is needed; awaited in both arms.
lib::task<int> get_well(int id) {
  if (is_cached(id))
    co_return 0;
  auto pending = fetch(id);
  if (id > 10)
    co_return 2 * co_await pending;
  co_return co_await pending;
}
