// RUN: %check_rule %s coro-discarded-task
// The round of the loop ends before the task of this round is awaited.

#include "lazy.h"
#include <vector>

lib::task<void> save(int id);
lib::task<int> fetch(int id);
bool is_saved(int id);

// Found: continue leaves the round with the task not awaited.
lib::task<void> save_all(std::vector<int> ids) {
  for (int id : ids) {
    auto work = save(id);
    // CHECK: :[[@LINE-1]]:10: warning: task 'work' is not awaited on every path; elsewhere 'save' never runs [coro-discarded-task]
    // CHECK: :[[@LINE+4]]:14: note: taken here, but not on the path that leaves before
    // CHECK: :[[@LINE-3]]:10: note: co_await it, return it, or hand it to a function that spawns it
    if (is_saved(id))
      continue;
    co_await work;
  }
}

// Found: break leaves the loop before the await.
lib::task<int> follow(int id) {
  for (;;) {
    auto next = fetch(id);
    // CHECK: :[[@LINE-1]]:10: warning: task 'next' is not awaited on every path; elsewhere 'fetch' never runs [coro-discarded-task]
    // CHECK: :[[@LINE+4]]:19: note: taken here, but not on the path that leaves before
    // CHECK: :[[@LINE-3]]:10: note: co_await it, return it, or hand it to a function that spawns it
    if (id > 100)
      break;
    id = co_await next;
  }
  co_return id;
}

// Found: the early co_return stands in another loop.
lib::task<int> search(int id, std::vector<int> known) {
  auto pending = fetch(id);
  // CHECK: :[[@LINE-1]]:8: warning: task 'pending' is not awaited on every path; elsewhere 'fetch' never runs [coro-discarded-task]
  // CHECK: :[[@LINE+5]]:22: note: taken here, but not on the path that leaves before
  // CHECK: :[[@LINE-3]]:8: note: co_await it, return it, or hand it to a function that spawns it
  for (int each : known)
    if (each == id)
      co_return each;
  co_return co_await pending;
}

// Not found: decided before the task is made.
lib::task<void> save_new(std::vector<int> ids) {
  for (int id : ids) {
    if (is_saved(id))
      continue;
    auto work = save(id);
    co_await work;
  }
}
