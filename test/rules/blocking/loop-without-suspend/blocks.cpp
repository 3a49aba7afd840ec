// RUN: %check_rule %s coro-loop-without-suspend
// What blocks is the business of another check.

#include "lazy.h"
#include <chrono>
#include <thread>

lib::task<void> sleeps() {
  while (true)
    std::this_thread::sleep_for(std::chrono::seconds(1));
  co_return;
}

// CHECK-NONE
