// RUN: %check_rule %s coro-dangling-lambda-capture
// What becomes of the task is not to be seen.

#include "lazy.h"

lib::task<> tick();
void use(int id);

void handle(lib::task<> work);
struct box {
  explicit box(lib::task<> work);
};

void start(int id) {
  handle([id]() -> lib::task<> {
    co_await tick();
    use(id);
  }());
  box kept([id]() -> lib::task<> {
    co_await tick();
    use(id);
  }());
}

// CHECK-NONE
