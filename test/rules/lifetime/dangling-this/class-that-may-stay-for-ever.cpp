// RUN: %check_rule %s coro-dangling-this
// Nothing says that its objects come and go.

#include "executor.h"
#include <memory>

lib::task<> tick();
void use(int id);

struct server {
  int id = 0;
  lib::pool *pool;
  lib::task<> run() {
    co_await tick();
    use(id);
  }
  void start() { pool->spawn(run()); }
};

// CHECK-NONE
