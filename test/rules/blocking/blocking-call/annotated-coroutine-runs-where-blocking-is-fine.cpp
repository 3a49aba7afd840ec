// RUN: %check_rule %s coro-blocking-call
// The mark on a coroutine says that its thread may block.

#include "lazy.h"
#include <unistd.h>

// Started on the pool for files, and only there.
[[clang::annotate("corolint::nonblocking")]] //
lib::task<void> commit(int file) {
  ::fsync(file);
  co_return;
}
// CHECK-NONE
