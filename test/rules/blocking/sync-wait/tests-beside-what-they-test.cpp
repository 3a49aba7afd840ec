// RUN: %check_rule %s coro-sync-wait
// What a header declares is no helper of the tests in its file.

#include "tested.h"
#include "unit_test.h"

lib::task<int> price(int id);

// Found.
lib::task<void> poll() {
  lib::sync_wait(price(1));
  // CHECK: :[[@LINE-1]]:8: warning: 'sync_wait' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:8: note: 'sync_wait' blocks this thread until the task is done
  // CHECK: :[[@LINE-4]]:17: note: 'poll' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: co_await the task instead
  co_return;
}

// Not found.
TEST_CASE("prices") {
  lib::sync_wait([]() -> lib::task<void> {
    lib::sync_wait(poll());
    co_return;
  }());
}
