// RUN: %check_rule %s coro-ignored-error
// A lambda is the coroutine, or returns what one gives.

#include "detaching.h"

lib::task<> tick();
lib::task<> save(int id) {
  co_await tick();
  throw id;
}

void start(int id) {
  lib::spawn_call([id]() -> lib::task<> {
  // CHECK: :[[@LINE-1]]:8: warning: the lambda may fail, and nobody awaits the task that is started here; what it throws reaches nobody [coro-ignored-error]
  // CHECK: :[[@LINE+4]]:5: note: thrown here, and caught by nobody
  // CHECK: :[[@LINE+4]]:6: note: 'detach' lets the failure go
  // CHECK: :[[@LINE-4]]:8: note: await it, or catch everything inside of it and tell somebody
    co_await tick();
    throw id;
  }).detach();
  lib::spawn_call([] { return save(1); }).detach();
  // CHECK: :[[@LINE-1]]:8: warning: the lambda may fail, and nobody awaits the task that is started here; what it throws reaches nobody [coro-ignored-error]
  // CHECK: :[[@LINE-14]]:3: note: thrown here, and caught by nobody
  // CHECK: :[[@LINE-3]]:43: note: 'detach' lets the failure go
  // CHECK: :[[@LINE-4]]:8: note: await it, or catch everything inside of it and tell somebody
}
