// RUN: %check_rule %s coro-sync-wait
// If a coroutine of a unit test waits for ever, the test shows it.

#include "lazy.h"
#include "unit_test.h"

lib::task<int> price(int id);

lib::task<int> price_in_time(int id) {
  co_return lib::sync_wait(price(id));
}

TEST_CASE("prices") {
  lib::sync_wait([]() -> lib::task<void> {
    lib::sync_wait(price_in_time(1));
    co_return;
  }());
}

// CHECK-NONE
