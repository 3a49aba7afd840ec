// RUN: %check_rule %s coro-sync-wait
// A wait that is known to be over before it begins.

#include "lazy.h"

lib::task<int> price(int id);

// Prices are cached when this is called; the task never suspends.
[[clang::annotate("corolint::nonblocking")]] //
int cached_price(int id) {
  return lib::sync_wait(price(id));
}

static int both() { return cached_price(1) + cached_price(2); }

lib::task<int> total() { co_return both() + cached_price(3); }
// CHECK-NONE
