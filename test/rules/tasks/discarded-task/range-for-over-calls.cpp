// RUN: %check_rule %s coro-discarded-task
// Starting many at once this way starts none.

#include "lazy.h"
#include <vector>

lib::task<void> notify(int user);

// Found in the loop.
lib::task<void> notify_all(std::vector<int> users) {
  for (int user : users)
    notify(user);
    // CHECK: :[[@LINE-1]]:5: warning: the task returned by 'notify' is dropped; it is lazy, so 'notify' never runs [coro-discarded-task]
    // CHECK: :[[@LINE-2]]:5: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Not found: collected first, awaited then.
lib::task<void> notify_in_turn(std::vector<int> users) {
  std::vector<lib::task<void>> pending;
  for (int user : users)
    pending.push_back(notify(user));
  for (lib::task<void> &each : pending)
    co_await each;
}
