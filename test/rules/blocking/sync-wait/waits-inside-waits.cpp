// RUN: %check_rule %s coro-sync-wait
// Each wait is one finding.

#include "lazy.h"

lib::task<int> user_id(int session);
lib::task<int> balance(int user);

// Found twice, the inner and the outer one.
lib::task<int> balance_of(int session) {
  co_return lib::sync_wait(balance(lib::sync_wait(user_id(session))));
  // CHECK: :[[@LINE-1]]:18: warning: 'sync_wait' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:18: note: 'sync_wait' blocks this thread until the task is done
  // CHECK: :[[@LINE-4]]:16: note: 'balance_of' is a coroutine
  // CHECK: :[[@LINE-4]]:18: note: co_await the task instead
  // CHECK: :[[@LINE-5]]:41: warning: 'sync_wait' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-6]]:41: note: 'sync_wait' blocks this thread until the task is done
  // CHECK: :[[@LINE-8]]:16: note: 'balance_of' is a coroutine
  // CHECK: :[[@LINE-8]]:41: note: co_await the task instead
}

// Found inside the lambda, and at the wait for the lambda itself.
lib::task<int> balance_of_first() {
  co_return lib::sync_wait([]() -> lib::task<int> {
  // CHECK: :[[@LINE-1]]:18: warning: 'sync_wait' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:18: note: 'sync_wait' blocks this thread until the task is done
  // CHECK: :[[@LINE-4]]:16: note: 'balance_of_first' is a coroutine
  // CHECK: :[[@LINE-4]]:18: note: co_await the task instead
    co_return lib::sync_wait(balance(1));
    // CHECK: :[[@LINE-1]]:20: warning: 'sync_wait' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
    // CHECK: :[[@LINE-2]]:20: note: 'sync_wait' blocks this thread until the task is done
    // CHECK: :[[@LINE-8]]:28: note: the lambda is a coroutine
    // CHECK: :[[@LINE-4]]:20: note: co_await the task instead
  }());
}
