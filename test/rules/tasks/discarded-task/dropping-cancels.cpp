// RUN: %check_rule %s coro-discarded-task
// A type whose destructor destroys the coroutine ends its work.

#include "eager.h"

lib::attached poll_sensor();

// Found in a coroutine and outside: the work is cut off.
lib::attached run() {
  poll_sensor();
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'poll_sensor' is dropped; dropping it cancels 'poll_sensor' at its next suspension [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}
void start() { poll_sensor(); }
// CHECK: :[[@LINE-1]]:16: warning: the task returned by 'poll_sensor' is dropped; dropping it cancels 'poll_sensor' at its next suspension [coro-discarded-task]
// CHECK: :[[@LINE-2]]:16: note: hand it to a function that runs or spawns it, or return it

// Not found: kept for as long as it is to run.
struct station {
  lib::attached polling = poll_sensor();
};
