// RUN: %check_rule %s coro-discarded-task
// The many ways to await.

#include "lazy.h"
#include <optional>
#include <utility>

lib::task<int> fetch(int id);
lib::task<void> save(int id);

lib::task<int> in_every_form(bool twice) {
  co_await save(1);
  int sum = co_await fetch(2);
  auto pending = fetch(3);
  sum += co_await std::move(pending);
  auto other = fetch(4);
  if (twice)
    sum += co_await other;
  else
    sum -= co_await other;
  auto &same = other;
  (void)same;
  for (int id = co_await fetch(5); id > 0; id = co_await fetch(id))
    sum += id;
  if (int id = co_await fetch(6))
    sum += id;
  switch (co_await fetch(7)) {
  case 1:
    co_return co_await fetch(8);
  default:
    co_return sum;
  }
}

// CHECK-NONE
