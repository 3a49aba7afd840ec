// RUN: %check_rule %s coro-ignored-error
// A test lets tasks fail to see what becomes of it.

#include "detaching.h"
#include "unit_test.h"

lib::task<> tick();

TEST(Spawn, DropsFailures) {
  lib::spawn_call([]() -> lib::task<> {
    co_await tick();
    throw 1;
  }).detach();
}

// CHECK-NONE
