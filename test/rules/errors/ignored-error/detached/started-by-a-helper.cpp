// RUN: %check_rule %s coro-ignored-error
// What the helper does with the task, and with its failure, is its affair.

#include "detaching.h"

lib::task<> tick();
lib::task<> save(int id) {
  co_await tick();
  throw id;
}
void log();
lib::task<> guarded(lib::task<> work) {
  try {
    co_await work;
  } catch (...) {
    log();
  }
}
void launch(lib::task<> work) { lib::go(guarded(std::move(work))); }

void start() {
  launch(save(1));
  lib::go(guarded(save(2)));
}

// CHECK-NONE
