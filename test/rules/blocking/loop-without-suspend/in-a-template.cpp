// RUN: %check_rule %s coro-loop-without-suspend
// Reported once, in the pattern.

#include "lazy.h"

template <class Work> lib::task<void> drive(Work work) {
  while (true)
  // CHECK: :[[@LINE-1]]:3: warning: this loop neither suspends nor ends; no other task of its thread runs again [coro-loop-without-suspend]
  // CHECK: :[[@LINE-2]]:3: note: co_await in each round what the loop waits for, or something that lets other tasks run
    work();
  co_return;
}

template <class Work> lib::task<void> drive_some(Work work) {
  while (work.more())
    work();
  while (Work::always)
    work();
  co_return;
}

void poll();
lib::task<void> both() { co_await drive(poll); }
