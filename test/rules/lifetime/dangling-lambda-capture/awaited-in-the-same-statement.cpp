// RUN: %check_rule %s coro-dangling-lambda-capture
// The closure lives as long as the statement, and so does the task.

#include "lazy.h"

lib::task<> tick();
void use(int id);

lib::task<> both(lib::task<> a, lib::task<> b);

lib::task<> wait_for(int id) {
  co_await [id]() -> lib::task<> {
    co_await tick();
    use(id);
  }();
  co_await both(tick(), [&]() -> lib::task<> {
    co_await tick();
    use(id);
  }());
  const int got = co_await [id]() -> lib::task<int> {
    co_await tick();
    co_return id;
  }();
  use(got);
}

// CHECK-NONE
