// RUN: %check_rule %s coro-task-reused
// The task is asked whether there is anything in it.

#include "lazy.h"

lib::task<void> save(int id);
void take(lib::task<void> work);

lib::task<void> guarded(bool give) {
  auto work = save(1);
  if (give)
    take(std::move(work));
  if (work.valid())
    co_await work;
}

lib::task<void> default_made_and_guarded(bool any) {
  lib::task<void> work;
  if (any)
    work = save(1);
  if (!work.valid())
    co_return;
  co_await work;
}

lib::task<void> in_a_loop() {
  auto work = save(1);
  while (work.valid())
    co_await work;
}

// CHECK-NONE
