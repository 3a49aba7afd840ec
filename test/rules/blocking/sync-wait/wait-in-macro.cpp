// RUN: %check_rule %s coro-sync-wait
// The macro of a code base on its way to coroutines.

#include "lazy.h"

#define AWAIT(...) lib::sync_wait(__VA_ARGS__)

lib::task<int> price(int id, int count);

// Found where the macro is used.
lib::task<int> total() { co_return AWAIT(price(1, 2)); }
// CHECK: :[[@LINE-1]]:36: warning: 'sync_wait' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
// CHECK: :[[@LINE-7]]:25: note: expanded from macro 'AWAIT'
// CHECK: :[[@LINE-3]]:36: note: 'sync_wait' blocks this thread until the task is done
// CHECK: :[[@LINE-4]]:16: note: 'total' is a coroutine
// CHECK: :[[@LINE-5]]:36: note: co_await the task instead

// Not found: the right place for it.
int total_now() { return AWAIT(total()); }
