// RUN: %check_rule %s coro-ignored-error
// The handler takes something else.

#include "detaching.h"
#include <stdexcept>

lib::task<> tick();
lib::task<> save(int id) {
  try {
    co_await tick();
    if (id < 0)
      throw std::runtime_error("no such id");
  } catch (const std::logic_error &) {
  }
}

void start() { lib::go(save(1)); }
// CHECK: :[[@LINE-1]]:21: warning: 'save' may fail, and nobody awaits the task that is started here; what it throws reaches nobody [coro-ignored-error]
// CHECK: :[[@LINE-7]]:7: note: thrown here, and caught by nobody
// CHECK: :[[@LINE-3]]:21: note: 'go' lets the failure go
// CHECK: :[[@LINE-4]]:21: note: await it, or catch everything inside of it and tell somebody
