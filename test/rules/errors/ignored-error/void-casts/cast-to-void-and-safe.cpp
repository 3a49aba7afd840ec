// RUN: %check_rule %s coro-ignored-error
// By option: nothing can fail unseen.

#include "eager.h"

lib::job<> tick();
lib::job<> save(int id) {
  co_await tick();
  throw id;
}

lib::job<> guarded(int id) {
  try {
    co_await tick();
  } catch (...) {
    std::terminate();
  }
}
lib::job<> promised(int id) noexcept { co_await tick(); }
lib::job<> unseen(int id);
lib::job<> start() {
  (void)guarded(1);
  (void)promised(2);
  (void)unseen(3);
  co_await save(4);
}

// CHECK-NONE
