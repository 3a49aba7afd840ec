// RUN: %check_rule %s coro-thread-local-across-await
// One path suspends, the other does not.

#include "lazy.h"

thread_local int current;
lib::task<void> work();

lib::task<int> maybe(bool slow) {
  int &mine = current;
  // CHECK: :[[@LINE-1]]:8: warning: 'mine' refers to the thread_local 'current' and is used after a suspension; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
  // CHECK: :[[@LINE+4]]:5: note: suspends here
  // CHECK: :[[@LINE+4]]:13: note: used here afterwards
  // CHECK: :[[@LINE-4]]:8: note: ask for 'current' again after the suspension, or copy what is needed
  if (slow)
    co_await work();
  co_return mine;
}
