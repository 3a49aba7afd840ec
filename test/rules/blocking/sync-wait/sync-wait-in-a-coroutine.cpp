// RUN: %check_rule %s coro-sync-wait
// The shape that every code base starts with.

#include "lazy.h"

lib::task<int> price(int id);
lib::task<void> refresh();

// Found twice.
lib::task<int> total() {
  lib::sync_wait(refresh());
  co_return co_await price(1) + lib::sync_wait(price(2));
}

// Found: a task behind a name.
lib::task<int> double_price(int id) {
  auto wanted = price(id);
  int known = lib::sync_wait(std::move(wanted));
  co_return 2 * known;
}
