// RUN: %check_rule %s coro-promise-contract
// The attribute is asked for only if an option says so.

#include "lazy.h"

lib::task<int> count() { co_return 1; }

// CHECK-NONE
