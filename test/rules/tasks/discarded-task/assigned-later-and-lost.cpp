// RUN: %check_rule %s coro-discarded-task
// The variable begins empty; what is assigned to it is lost all the same.

#include "lazy.h"

lib::task<void> save(int id);

// Found: never awaited.
lib::task<void> forget() {
  lib::task<void> pending;
  // CHECK: :[[@LINE-1]]:19: warning: task 'pending' is never awaited; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:19: note: co_await it, return it, or hand it to a function that spawns it
  pending = save(1);
  co_return;
}

// Found: the first task is replaced by the second.
lib::task<void> keep_second() {
  lib::task<void> pending;
  // CHECK: :[[@LINE-1]]:19: warning: task 'pending' is replaced before it is awaited; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE+3]]:11: note: another task takes its place here
  // CHECK: :[[@LINE-3]]:19: note: co_await it, return it, or hand it to a function that spawns it
  pending = save(1);
  pending = save(2);
  co_await pending;
}

// Not found: still empty on the path that does not await.
lib::task<void> perhaps(bool wanted) {
  lib::task<void> pending;
  if (!wanted)
    co_return;
  pending = save(1);
  co_await pending;
}
