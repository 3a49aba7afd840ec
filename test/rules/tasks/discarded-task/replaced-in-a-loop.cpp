// RUN: %check_rule %s coro-discarded-task
// Each round throws away the task of the round before.

#include "lazy.h"
#include <utility>

lib::task<void> save(int id);

// Found: only the last one is awaited.
lib::task<void> save_last(int count) {
  auto last = save(0);
  // CHECK: :[[@LINE-1]]:8: warning: task 'last' is replaced before it is awaited; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE+3]]:10: note: another task takes its place here
  // CHECK: :[[@LINE-3]]:8: note: co_await it, return it, or hand it to a function that spawns it
  for (int id = 1; id < count; ++id)
    last = save(id);
  co_await last;
}

// Found: replaced by a task that has a name.
lib::task<void> prefer(int id) {
  auto chosen = save(id);
  // CHECK: :[[@LINE-1]]:8: warning: task 'chosen' is replaced before it is awaited; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE+3]]:10: note: another task takes its place here
  // CHECK: :[[@LINE-3]]:8: note: co_await it, return it, or hand it to a function that spawns it
  auto better = save(id + 1);
  chosen = std::move(better);
  co_await chosen;
}

// Not found: awaited before the next takes its place.
lib::task<void> save_each(int count) {
  auto current = save(0);
  for (int id = 1; id < count; ++id) {
    co_await current;
    current = save(id);
  }
  co_await current;
}
