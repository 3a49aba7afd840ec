// RUN: %check_rule %s coro-dangling-lambda-capture
// The closure outlives its task.

#include "lazy.h"

lib::task<> tick();
void use(int id);

lib::task<> wait_for(int id) {
  auto work = [id]() -> lib::task<> {
    co_await tick();
    use(id);
  };
  auto first = work();
  co_await tick();
  co_await first;
  co_await work();
}

// CHECK-NONE
