// RUN: %check_rule %s coro-thread-local-across-await
// No path leads from the reference over a suspension to its use.

#include "lazy.h"

thread_local int current;
lib::task<void> work();

lib::task<int> maybe(bool slow) {
  if (slow) {
    co_await work();
    co_return 0;
  }
  int &mine = current;
  if (mine == 0)
    co_return co_await [](int now) -> lib::task<int> { co_return now; }(mine);
  co_return 1;
}

// CHECK-NONE
