// RUN: %check_rule %s coro-ignored-error
// Caught and thrown again: for nobody.

#include "detaching.h"
#include <stdexcept>

lib::task<> tick();
void clean_up();
lib::task<> save() {
  try {
    co_await tick();
  } catch (...) {
    clean_up();
    throw;
  }
}
lib::task<> load() {
  try {
    co_await tick();
  } catch (const std::exception &error) {
    throw std::runtime_error(error.what());
  }
}

void start() {
  lib::go(save());
  // CHECK: :[[@LINE-1]]:8: warning: 'save' may fail, and nobody awaits the task that is started here; what it throws reaches nobody [coro-ignored-error]
  // CHECK: :[[@LINE-14]]:5: note: thrown again here, and caught by nobody
  // CHECK: :[[@LINE-3]]:8: note: 'go' lets the failure go
  // CHECK: :[[@LINE-4]]:8: note: await it, or catch everything inside of it and tell somebody
  lib::go(load());
  // CHECK: :[[@LINE-1]]:8: warning: 'load' may fail, and nobody awaits the task that is started here; what it throws reaches nobody [coro-ignored-error]
  // CHECK: :[[@LINE-12]]:5: note: thrown here, and caught by nobody
  // CHECK: :[[@LINE-3]]:8: note: 'go' lets the failure go
  // CHECK: :[[@LINE-4]]:8: note: await it, or catch everything inside of it and tell somebody
}
