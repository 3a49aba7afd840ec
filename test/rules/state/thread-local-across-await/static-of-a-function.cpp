// RUN: %check_rule %s coro-thread-local-across-await
// A thread_local variable of a function.

#include "lazy.h"

lib::task<void> work();
void log(int value);

lib::task<void> count() {
  static thread_local int calls;
  int &mine = calls;
  co_await work();
  log(mine);
}
