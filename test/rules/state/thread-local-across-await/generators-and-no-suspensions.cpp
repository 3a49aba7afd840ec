// RUN: %check_rule %s coro-thread-local-across-await
// Generators run on the thread of whoever asks them; some suspensions are none.

#include "eager.h"
#include "lazy.h"
#include <coroutine>

thread_local int current;
void log(int value);

lib::generator<int> each() {
  int &now = current;
  co_yield 1;
  log(now);
}

lib::task<void> at_once() {
  int &now = current;
  co_await std::suspend_never();
  log(now);
}

// Not a coroutine.
void plain() {
  int &now = current;
  log(now);
}

// CHECK-NONE
