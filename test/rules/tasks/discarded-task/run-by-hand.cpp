// RUN: %check_rule %s coro-discarded-task
// Some code drives its coroutines itself.

#include "lazy.h"

lib::task<void> step();

void drive() {
  auto work = step();
  work.resume();
}

void drive_at_once() { step().resume(); }

// CHECK-NONE
