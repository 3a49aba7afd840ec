// RUN: %check_rule %s coro-thread-local-across-await
// No call of a C function comes before, so errno is somebody else's affair.

#include "lazy.h"
#include <cerrno>

lib::task<void> work();
void log(int error);

lib::task<void> look() {
  co_await work();
  log(errno);
}

lib::task<void> handed_over(int file) {
  co_await work();
  errno = 0;
  co_await work();
}

// CHECK-NONE
