// RUN: %check_rule %s coro-loop-without-suspend
// No round suspends, and nothing leaves the loop.

#include "lazy.h"

void poll();

lib::task<void> by_while() {
  while (true)
  // CHECK: :[[@LINE-1]]:3: warning: this loop neither suspends nor ends; no other task of its thread runs again [coro-loop-without-suspend]
  // CHECK: :[[@LINE-2]]:3: note: co_await in each round what the loop waits for, or something that lets other tasks run
    poll();
  co_return;
}

lib::task<void> by_for() {
  co_await by_while();
  for (;;) {
  // CHECK: :[[@LINE-1]]:3: warning: this loop neither suspends nor ends; no other task of its thread runs again [coro-loop-without-suspend]
  // CHECK: :[[@LINE-2]]:3: note: co_await in each round what the loop waits for, or something that lets other tasks run
    poll();
  }
}

lib::task<void> by_do() {
  do {
  // CHECK: :[[@LINE-1]]:3: warning: this loop neither suspends nor ends; no other task of its thread runs again [coro-loop-without-suspend]
  // CHECK: :[[@LINE-2]]:3: note: co_await in each round what the loop waits for, or something that lets other tasks run
    poll();
  } while (1);
  co_return;
}
