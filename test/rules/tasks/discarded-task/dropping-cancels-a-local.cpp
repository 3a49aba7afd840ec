// RUN: %check_rule %s coro-discarded-task
// Eager, but the work ends where the variable does.

#include "eager.h"
#include <utility>
#include <vector>

lib::attached poll_sensor();
bool is_enabled();

// Found: cut off at the end of this function.
lib::attached run() {
  auto polling = poll_sensor();
  // CHECK: :[[@LINE-1]]:8: warning: task 'polling' is never awaited; dropping it cancels 'poll_sensor' at its next suspension [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:8: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Not found: it runs beside this function until the end; to keep it is what it is for.
lib::attached tick();
lib::attached run_beside() {
  auto polling = poll_sensor();
  co_await tick();
}
lib::attached run_if_enabled() {
  auto polling = poll_sensor();
  if (is_enabled())
    co_await polling;
}

// Not found: awaited; kept by somebody else.
lib::attached run_well() {
  auto polling = poll_sensor();
  co_await polling;
}
void start(std::vector<lib::attached> &all) {
  auto polling = poll_sensor();
  all.push_back(std::move(polling));
}
