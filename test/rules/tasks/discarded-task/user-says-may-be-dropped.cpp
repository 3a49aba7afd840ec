// RUN: %check_rule %s coro-discarded-task
// The type is told to be discardable by an annotation of one function and by
// the knowledge of the user for the other.

#include "lazy.h"

[[clang::annotate("corolint::detaches")]] lib::task<void> start(int id);

void run() {
  start(1);
  (void)start(2);
}

// CHECK-NONE
