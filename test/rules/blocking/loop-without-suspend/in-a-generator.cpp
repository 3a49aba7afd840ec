// RUN: %check_rule %s coro-loop-without-suspend
// Who asks for the next value waits for ever.

#include "eager.h"

int next();

lib::generator<int> never_yields() {
  co_yield next();
  while (true)
  // CHECK: :[[@LINE-1]]:3: warning: this loop neither suspends nor ends; no other task of its thread runs again [coro-loop-without-suspend]
  // CHECK: :[[@LINE-2]]:3: note: co_await in each round what the loop waits for, or something that lets other tasks run
    next();
}
