// RUN: %check_rule %s coro-task-reused
// Somebody else may renew the task.

#include "lazy.h"

lib::task<void> save(int id);
void refill(lib::task<void> &work);

lib::task<void> by_a_function() {
  auto work = save(1);
  co_await work;
  refill(work);
  co_await work;
}

lib::task<void> by_a_reference() {
  auto work = save(1);
  auto &same = work;
  co_await work;
  same = save(2);
  co_await work;
}

lib::task<void> by_a_lambda() {
  auto work = save(1);
  auto again = [&] { work = save(2); };
  co_await work;
  again();
  co_await work;
}

lib::task<void> by_a_pointer() {
  lib::task<void> work;
  auto *where = &work;
  *where = save(1);
  co_await work;
}

lib::task<void> by_a_swap() {
  lib::task<void> work;
  auto other = save(1);
  std::swap(work, other);
  co_await work;
}

// CHECK-NONE
