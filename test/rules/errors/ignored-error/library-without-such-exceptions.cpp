// RUN: %check_rule %s coro-ignored-error
// Nobody knows how a coroutine of this library is told to stop.

#include "lazy.h"

lib::task<> tick();
lib::task<> run() {
  for (;;) {
    try {
      co_await tick();
    } catch (...) {
    }
  }
}

// CHECK-NONE
