// RUN: %check_rule %s coro-ignored-error
// What the task throws is kept for whoever awaits it, and nobody does.

#include "detaching.h"

lib::task<> tick();
lib::task<> save(int id) {
  co_await tick();
  if (id < 0)
    throw id;
}

void start() { lib::spawn(save(1)).detach(); }
// CHECK: :[[@LINE-1]]:21: warning: 'save' may fail, and nobody awaits the task that is started here; what it throws reaches nobody [coro-ignored-error]
// CHECK: :[[@LINE-5]]:5: note: thrown here, and caught by nobody
// CHECK: :[[@LINE-3]]:36: note: 'detach' lets the failure go
// CHECK: :[[@LINE-4]]:21: note: await it, or catch everything inside of it and tell somebody
lib::task<> starts() {
  auto handle = lib::spawn(save(2));
  // CHECK: :[[@LINE-1]]:22: warning: 'save' may fail, and nobody awaits the task that is started here; what it throws reaches nobody [coro-ignored-error]
  // CHECK: :[[@LINE-11]]:5: note: thrown here, and caught by nobody
  // CHECK: :[[@LINE+3]]:21: note: 'detach' lets the failure go
  // CHECK: :[[@LINE-4]]:22: note: await it, or catch everything inside of it and tell somebody
  co_await tick();
  std::move(handle).detach();
}
