// RUN: %check_rule %s coro-ignored-error
// The detached coroutine catches what the one that it awaits throws.

#include "detaching.h"

lib::task<> tick();
void log(const char *text);
lib::task<int> load() {
  co_await tick();
  throw 1;
}
lib::task<> use() {
  try {
    co_await load();
  } catch (...) {
    log("failed");
  }
}

void start() { lib::go(use()); }

// CHECK-NONE
