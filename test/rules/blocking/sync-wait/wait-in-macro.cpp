// RUN: %check_rule %s coro-sync-wait
// The macro of a code base on its way to coroutines.

#include "lazy.h"

#define AWAIT(...) lib::sync_wait(__VA_ARGS__)

lib::task<int> price(int id, int count);

// Found where the macro is used.
lib::task<int> total() { co_return AWAIT(price(1, 2)); }

// Not found: the right place for it.
int total_now() { return AWAIT(total()); }
