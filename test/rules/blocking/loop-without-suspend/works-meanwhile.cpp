// RUN: %check_rule %s coro-loop-without-suspend
// A round may change what the loop asks.

#include "lazy.h"
#include <atomic>

std::atomic<int> left;
std::atomic<bool> stopped;
void step();
bool finished();

lib::task<void> counts() {
  while (left > 0)
    --left;
  co_return;
}

lib::task<void> calls() {
  while (!stopped)
    step();
  co_return;
}

lib::task<void> asks_more() {
  while (!stopped && !finished()) {
  }
  co_return;
}

// CHECK-NONE
