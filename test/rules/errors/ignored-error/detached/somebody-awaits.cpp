// RUN: %check_rule %s coro-ignored-error
// Who awaits the handle is told.

#include "detaching.h"

lib::task<> tick();
lib::task<> save(int id) {
  co_await tick();
  throw id;
}

lib::task<> start() {
  auto handle = lib::spawn(save(1));
  co_await handle.end();
  co_await save(2);
}

// CHECK-NONE
