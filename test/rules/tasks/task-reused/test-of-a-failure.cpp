// RUN: %check_rule %s coro-task-reused
// A test wants to see what a second co_await does.

#include "lazy.h"
#include "unit_test.h"
#include <stdexcept>

lib::task<void> save(int id);

TEST(task, throws_if_it_is_awaited_again) {
  lib::sync_wait([]() -> lib::task<void> {
    auto work = save(1);
    co_await work;
    try {
      co_await work;
    } catch (const std::logic_error &) {
    }
  }());
}

// CHECK-NONE
