// RUN: %check_rule %s coro-thread-local-across-await
// A thread_local variable of a function.

#include "lazy.h"

lib::task<void> work();
void log(int value);

lib::task<void> count() {
  static thread_local int calls;
  int &mine = calls;
  // CHECK: :[[@LINE-1]]:8: warning: 'mine' refers to the thread_local 'calls' and is used after a suspension; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here
  // CHECK: :[[@LINE+3]]:7: note: used here afterwards
  // CHECK: :[[@LINE-4]]:8: note: ask for 'calls' again after the suspension, or copy what is needed
  co_await work();
  log(mine);
}
