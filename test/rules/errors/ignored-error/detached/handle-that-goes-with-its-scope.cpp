// RUN: %check_rule %s coro-ignored-error
// The task runs while its handle is kept, and nobody ever asks how it ended.

#include "detaching.h"

lib::task<> tick();
lib::task<> watch(int id) {
  co_await tick();
  if (id < 0)
    throw id;
}

lib::task<> works() {
  auto watching = lib::spawn(watch(1));
  // CHECK: :[[@LINE-1]]:24: warning: 'watch' may fail, and nobody awaits the task that is started here; what it throws reaches nobody [coro-ignored-error]
  // CHECK: :[[@LINE-6]]:5: note: thrown here, and caught by nobody
  // CHECK: :[[@LINE-3]]:8: note: 'watching' is never awaited, and takes the failure along
  // CHECK: :[[@LINE-4]]:24: note: await it, or catch everything inside of it and tell somebody
  co_await tick();
}
