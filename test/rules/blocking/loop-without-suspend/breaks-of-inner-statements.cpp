// RUN: %check_rule %s coro-loop-without-suspend
// A break leaves the statement it stands in, not the loop around it.

#include "lazy.h"

int next();

lib::task<void> of_a_switch() {
  while (true)
  // CHECK: :[[@LINE-1]]:3: warning: this loop neither suspends nor ends; no other task of its thread runs again [coro-loop-without-suspend]
  // CHECK: :[[@LINE-2]]:3: note: co_await in each round what the loop waits for, or something that lets other tasks run
    switch (next()) {
    case 0:
      break;
    default:
      next();
    }
  co_return;
}

lib::task<void> of_an_inner_loop() {
  while (true)
  // CHECK: :[[@LINE-1]]:3: warning: this loop neither suspends nor ends; no other task of its thread runs again [coro-loop-without-suspend]
  // CHECK: :[[@LINE-2]]:3: note: co_await in each round what the loop waits for, or something that lets other tasks run
    for (int i = 0; i < 3; ++i)
      if (next() == i)
        break;
  co_return;
}
