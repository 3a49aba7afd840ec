// RUN: %check_rule %s coro-discarded-task
// No coroutine of this type is defined here, so its promise is never needed;
// what the template says is enough.

#include "lazy.h"

lib::task<double> measure();
double average();

// Found.
double report() {
  measure();
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'measure' is dropped; it is lazy, so 'measure' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: hand it to a function that runs or spawns it, or return it
  return average();
}

// Not found.
double report_well() { return lib::sync_wait(measure()); }
