// RUN: %check_rule %s coro-dangling-lambda-capture
// Before its first suspension an eager coroutine runs in the statement itself.

#include "eager.h"
#include "lazy.h"

lib::task<> tick();
void use(int id);

void start(int id) {
  [id]() -> lib::detached {
    const int own = id;
    co_await tick();
    use(own);
  }();
}

// CHECK-NONE
