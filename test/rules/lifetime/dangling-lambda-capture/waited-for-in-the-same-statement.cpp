// RUN: %check_rule %s coro-dangling-lambda-capture
// To wait with the thread is as good.

#include "lazy.h"

lib::task<> tick();
void use(int id);

void wait_for(int id) {
  lib::sync_wait([id]() -> lib::task<> {
    co_await tick();
    use(id);
  }());
}

// CHECK-NONE
