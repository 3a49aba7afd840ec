// RUN: %check_rule %s coro-discarded-task
// A header that is included is looked at like the file itself.

#include "dropping_header.h"

// Found in the header. Not found here.
lib::task<void> run() { co_await shop::restock(3); }
// CHECK: Inputs/dropping_header.h:12:3: warning: the task returned by 'order' is dropped; it is lazy, so 'order' never runs [coro-discarded-task]
// CHECK: Inputs/dropping_header.h:12:3: note: co_await it, return it, or hand it to a function that spawns it
