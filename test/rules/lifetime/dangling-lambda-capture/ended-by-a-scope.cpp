// RUN: %check_rule %s coro-dangling-lambda-capture
// A scope that joins in time still has no closure.

#include "executor.h"

lib::task<> tick();
void use(int id);

lib::task<> run(int id) {
  lib::scope scope;
  auto work = [id]() -> lib::task<> {
    co_await tick();
    use(id);
  };
  scope.spawn(work());
  co_await scope.join();
}

// CHECK-NONE
