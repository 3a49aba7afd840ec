// RUN: %check_rule %s coro-loop-without-suspend
// A failed attempt means that another thread got on.

#include "lazy.h"
#include <atomic>

std::atomic<int> highest;

lib::task<void> raise(int value) {
  int seen = highest.load();
  while (seen < value && !highest.compare_exchange_weak(seen, value)) {
  }
  while (!highest.compare_exchange_strong(seen, seen + 1)) {
  }
  co_return;
}

// CHECK-NONE
