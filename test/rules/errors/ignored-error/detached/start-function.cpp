// RUN: %check_rule %s coro-ignored-error
// A function that starts work, and says that it drops failures.

#include "detaching.h"

lib::task<> tick();
lib::task<> save(int id) {
  co_await tick();
  throw id;
}

void start() {
  lib::go(save(1));
  // CHECK: :[[@LINE-1]]:8: warning: 'save' may fail, and nobody awaits the task that is started here; what it throws reaches nobody [coro-ignored-error]
  // CHECK: :[[@LINE-6]]:3: note: thrown here, and caught by nobody
  // CHECK: :[[@LINE-3]]:8: note: 'go' lets the failure go
  // CHECK: :[[@LINE-4]]:8: note: await it, or catch everything inside of it and tell somebody
  auto work = save(2);
  lib::go(std::move(work));
  // CHECK: :[[@LINE-1]]:8: warning: 'save' may fail, and nobody awaits the task that is started here; what it throws reaches nobody [coro-ignored-error]
  // CHECK: :[[@LINE-12]]:3: note: thrown here, and caught by nobody
  // CHECK: :[[@LINE-3]]:8: note: 'go' lets the failure go
  // CHECK: :[[@LINE-4]]:8: note: await it, or catch everything inside of it and tell somebody
}
