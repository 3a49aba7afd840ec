// RUN: %check_rule %s coro-ignored-error
// What the variable holds by then, or whether the task still runs, is unclear.

#include "detaching.h"

lib::task<> tick();
lib::task<> save(int id) {
  co_await tick();
  throw id;
}
lib::task<> safe() { co_await tick(); }

void start(bool fast) {
  auto handle = lib::spawn(save(1));
  handle.stop();
  std::move(handle).detach();
  auto work = save(2);
  work = safe();
  lib::go(std::move(work));
}

// CHECK-NONE
