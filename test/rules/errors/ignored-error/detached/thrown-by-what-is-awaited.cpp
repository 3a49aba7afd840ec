// RUN: %check_rule %s coro-ignored-error
// The failure comes from a coroutine that the detached one awaits.

#include "detaching.h"

lib::task<> tick();
lib::task<int> load(int id) {
  co_await tick();
  if (id < 0)
    throw id;
  co_return id;
}
lib::task<> use() {
  int value = co_await load(1);
  (void)value;
}

void start() { lib::go(use()); }
// CHECK: :[[@LINE-1]]:21: warning: 'use' may fail, and nobody awaits the task that is started here; what it throws reaches nobody [coro-ignored-error]
// CHECK: :[[@LINE-10]]:5: note: thrown here, and caught by nobody
// CHECK: :[[@LINE-3]]:21: note: 'go' lets the failure go
// CHECK: :[[@LINE-4]]:21: note: await it, or catch everything inside of it and tell somebody
