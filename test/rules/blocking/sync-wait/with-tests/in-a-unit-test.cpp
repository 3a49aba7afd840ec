// RUN: %check_rule %s coro-sync-wait
// By the option InTests a unit test is code like any other.

#include "lazy.h"
#include "unit_test.h"

lib::task<int> price(int id);

// Found.
lib::task<int> price_in_time(int id) {
  co_return lib::sync_wait(price(id));
  // CHECK: :[[@LINE-1]]:18: warning: 'sync_wait' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:18: note: 'sync_wait' blocks this thread until the task is done
  // CHECK: :[[@LINE-4]]:16: note: 'price_in_time' is a coroutine
  // CHECK: :[[@LINE-4]]:18: note: co_await the task instead
}

// Not found: no coroutine.
TEST_CASE("prices") { lib::sync_wait(price_in_time(1)); }
