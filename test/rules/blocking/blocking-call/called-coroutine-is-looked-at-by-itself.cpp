// RUN: %check_rule %s coro-blocking-call
// Found once, in the coroutine that blocks, not in those that call it.

#include "lazy.h"
#include <unistd.h>

// Found.
lib::task<void> commit(int file) {
  ::fsync(file);
  co_return;
}

// Not found.
lib::task<void> save(int file) {
  auto committed = commit(file);
  co_await committed;
}

// Not found: hands the task on.
lib::task<void> save_as(int file) { return save(file); }
