// RUN: %check_rule %s coro-task-reused
// An assignment renews the variable.

#include "lazy.h"

lib::task<void> save(int id);

lib::task<void> in_a_row() {
  auto work = save(1);
  co_await work;
  work = save(2);
  co_await work;
}

lib::task<void> in_a_loop(int rounds) {
  auto work = save(0);
  for (int i = 1; i < rounds; ++i) {
    co_await work;
    work = save(i);
  }
  co_await work;
}

lib::task<void> made_in_the_loop(int rounds) {
  for (int i = 1; i < rounds; ++i) {
    auto work = save(i);
    co_await work;
  }
}

lib::task<void> made_empty_and_filled(bool first) {
  lib::task<void> work;
  if (first)
    work = save(1);
  else
    work = save(2);
  co_await work;
}

lib::task<void> taken_and_returned() {
  auto work = save(1);
  auto next = std::move(work);
  work = std::move(next);
  co_await work;
}

// CHECK-NONE
