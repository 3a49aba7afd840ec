// RUN: %check_rule %s coro-dangling-lambda-capture
// It has run when it returns; what it gives its task it copies.

#include "executor.h"

lib::task<> tick();
void use(int id);

lib::task<> serve(int id);

void start(lib::pool &pool, int id) {
  pool.spawn([id] { return serve(id); }());
}

// CHECK-NONE
