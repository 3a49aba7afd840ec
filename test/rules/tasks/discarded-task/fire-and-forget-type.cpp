// RUN: %check_rule %s coro-discarded-task
// Nobody can await this type: it is meant to be dropped.

#include "eager.h"

lib::detached blink();

void switch_on() { blink(); }
lib::detached blink_twice() {
  blink();
  blink();
  co_return;
}

// CHECK-NONE
