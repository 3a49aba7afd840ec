// RUN: %check_rule %s coro-dangling-this
// Whoever waits for the task has the object.

#include "executor.h"
#include <memory>

lib::task<> tick();
void use(int id);

struct session : std::enable_shared_from_this<session> {
  int id = 0;
  lib::pool *pool;
  lib::task<> run() {
    co_await tick();
    use(id);
  }
  lib::task<> all(lib::scope &scope) {
    co_await run();
    scope.spawn(run());
    lib::sync_wait(run());
  }
  lib::task<> pass_on() { return run(); }
};

// CHECK-NONE
