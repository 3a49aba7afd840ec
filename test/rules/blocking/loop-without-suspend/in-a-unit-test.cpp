// RUN: %check_rule %s coro-loop-without-suspend
// A test may wait for its other threads.

#include "lazy.h"
#include "unit_test.h"
#include <atomic>

TEST(flag, is_set_by_another_thread) {
  std::atomic<bool> set{false};
  auto work = [](std::atomic<bool> &flag) -> lib::task<void> {
    while (!flag) {
    }
    co_return;
  };
  lib::sync_wait(work(set));
}

// CHECK-NONE
