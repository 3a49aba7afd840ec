// RUN: %check_rule %s coro-spawn-borrows-local
// A capture that nobody reads.

#include "executor.h"

lib::task<> tick();
void use(int id);

void start(lib::pool &pool) {
  int id = 1;
  pool.post([&id] {});
  pool.post([&] { use(2); });
  use(id);
}

// CHECK-NONE
