// RUN: %check_rule %s coro-thread-local-across-await
// One path suspends, the other does not.

#include "lazy.h"

thread_local int current;
lib::task<void> work();

lib::task<int> maybe(bool slow) {
  int &mine = current;
  if (slow)
    co_await work();
  co_return mine;
}
