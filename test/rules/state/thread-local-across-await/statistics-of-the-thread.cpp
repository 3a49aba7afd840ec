// RUN: %check_rule %s coro-thread-local-across-await
// Counters of what each thread did are counted where it is done.

#include "lazy.h"

thread_local unsigned started, finished;
lib::task<void> work();

lib::task<void> count() {
  ++started;
  co_await work();
  ++finished;
}

lib::task<void> count_steps() {
  for (int i = 0; i < 3; ++i) {
    ++started;
    co_await work();
  }
}

// CHECK-NONE
