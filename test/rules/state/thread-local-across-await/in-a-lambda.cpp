// RUN: %check_rule %s coro-thread-local-across-await
// Lambdas are coroutines of their own.

#include "lazy.h"

thread_local int current;
lib::task<void> work();
void log(int value);

lib::task<void> outer() {
  auto inner = []() -> lib::task<void> {
    int &now = current;
    // CHECK: :[[@LINE-1]]:10: warning: 'now' refers to the thread_local 'current' and is used after a suspension; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
    // CHECK: :[[@LINE+3]]:5: note: suspends here
    // CHECK: :[[@LINE+3]]:9: note: used here afterwards
    // CHECK: :[[@LINE-4]]:10: note: ask for 'current' again after the suspension, or copy what is needed
    co_await work();
    log(now);
  };
  int &here = current;
  auto plain = [&here] { log(here); };
  plain();
  co_await inner();
}

