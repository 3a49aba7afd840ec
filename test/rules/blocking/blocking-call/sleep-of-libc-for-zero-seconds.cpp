// RUN: %check_rule %s coro-blocking-call
// sleep(0) gives up the rest of the time slice, like std::this_thread::yield.

#include "lazy.h"
#include <unistd.h>

lib::task<void> be_polite() {
  ::sleep(0);
  ::usleep(0);
  co_return;
}
// CHECK-NONE
