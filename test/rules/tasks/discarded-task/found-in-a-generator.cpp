// RUN: %check_rule %s coro-discarded-task
// A synchronous generator is a coroutine in which nothing can be awaited.

#include "eager.h"
#include "lazy.h"

lib::task<int> fetch(int id);

// Found, with the advice for a function that cannot co_await.
lib::generator<int> numbers() {
  fetch(1);
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'fetch' is dropped; it is lazy, so 'fetch' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_yield 1;
}

// Not found.
lib::generator<int> numbers_well() { co_yield lib::sync_wait(fetch(1)); }
