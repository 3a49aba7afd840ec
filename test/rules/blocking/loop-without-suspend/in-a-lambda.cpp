// RUN: %check_rule %s coro-loop-without-suspend
// A lambda may be a coroutine of its own.

#include "lazy.h"

void poll();

void start() {
  auto work = []() -> lib::task<void> {
    for (;;)
    // CHECK: :[[@LINE-1]]:5: warning: this loop neither suspends nor ends; no other task of its thread runs again [coro-loop-without-suspend]
    // CHECK: :[[@LINE-2]]:5: note: co_await in each round what the loop waits for, or something that lets other tasks run
      poll();
    co_return;
  };
  lib::sync_wait(work());
}
