// RUN: %check_rule %s coro-blocking-call
// The test is a function whose name the macro pastes together.

#include "lazy.h"
#include "unit_test.h"
#include <unistd.h>

namespace {
lib::task<void> wait_a_second() {
  sleep(1);
  co_return;
}
} // namespace

TEST_CASE("waits") { lib::sync_wait(wait_a_second()); }

// CHECK-NONE
