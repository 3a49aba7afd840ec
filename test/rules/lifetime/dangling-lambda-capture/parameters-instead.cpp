// RUN: %check_rule %s coro-dangling-lambda-capture
// Parameters are kept in the coroutine; without captures there is nothing to
// lose.

#include "executor.h"

lib::task<> tick();
void use(int id);

void start(lib::pool &pool, int id) {
  static int calls = 0;
  constexpr int limit = 3;
  pool.spawn([](int id) -> lib::task<> {
    co_await tick();
    use(id + ++calls + limit);
  }(id));
}

// CHECK-NONE
