// RUN: %check_rule %s coro-discarded-task
// The plainest form: a coroutine is called and its task thrown away.

#include "lazy.h"

lib::task<void> save(int id);
lib::task<int> next_id();

// Found at each statement: neither of the two runs.
lib::task<void> handle(int id) {
  save(id);
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  next_id();
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'next_id' is dropped; it is lazy, so 'next_id' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Not found.
lib::task<void> handle_all() {
  while (int id = co_await next_id())
    co_await save(id);
}
