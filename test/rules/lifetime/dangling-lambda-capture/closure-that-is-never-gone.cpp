// RUN: %check_rule %s coro-dangling-lambda-capture
// Static storage outlives every task.

#include "executor.h"

lib::task<> tick();
void use(int id);

void start(lib::pool &pool, int id) {
  static auto work = [id]() -> lib::task<> {
    co_await tick();
    use(id);
  };
  pool.spawn(work());
}

// CHECK-NONE
