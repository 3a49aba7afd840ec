// RUN: %check_rule %s coro-ignored-error
// Unless asked for, the cast says that it is on purpose.

#include "eager.h"

lib::job<> tick();
lib::job<> save(int id) {
  co_await tick();
  throw id;
}

void start() { (void)save(1); }

// CHECK-NONE
