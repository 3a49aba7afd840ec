// RUN: %check_rule %s coro-discarded-task
// Tasks that are put away and forgotten.

#include "lazy.h"
#include <optional>
#include <vector>

lib::task<void> notify(int user);

// Found at the container.
lib::task<void> notify_all(const std::vector<int> &users) {
  std::vector<lib::task<void>> pending;
  // CHECK: :[[@LINE-1]]:32: warning: the tasks in 'pending' are never awaited; they are lazy, so their work never runs [coro-discarded-task]
  // CHECK: :[[@LINE+4]]:13: note: put in here
  // CHECK: :[[@LINE-3]]:32: note: co_await each, or all of them together
  pending.reserve(users.size());
  for (int user : users)
    pending.push_back(notify(user));
  co_return;
}

// Found in a plain function as well.
void notify_two() {
  std::vector<lib::task<void>> pending;
  // CHECK: :[[@LINE-1]]:32: warning: the tasks in 'pending' are never awaited; they are lazy, so their work never runs [coro-discarded-task]
  // CHECK: :[[@LINE+2]]:11: note: put in here
  // CHECK: :[[@LINE-3]]:32: note: hand them to a function that runs or spawns them, or return them
  pending.emplace_back(notify(1));
  pending.emplace_back(notify(2));
}
