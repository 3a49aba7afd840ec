// RUN: %check_rule %s coro-discarded-task
// The author knows, and says so.

#include "lazy.h"

lib::task<void> save(int id);

lib::task<void> run(bool now) {
  save(1); // NOLINT(coro-discarded-task)
  // NOLINTNEXTLINE(coro-discarded-task)
  save(2);
  auto unused = save(3); // NOLINT
  // NOLINTBEGIN(coro-*)
  auto pending = save(4);
  if (now)
    co_await pending;
  // NOLINTEND(coro-*)
}

// CHECK-NONE
