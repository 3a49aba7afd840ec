// RUN: %check_rule %s coro-thread-local-across-await
// A thread_local member of a class.

#include "lazy.h"

struct worker {
  static thread_local worker *current;
  int jobs = 0;
  lib::task<void> run();
};

lib::task<void> work();

lib::task<void> worker::run() {
  current = this;
  co_await work();
  ++current->jobs;
  // CHECK: :[[@LINE-1]]:5: warning: the thread_local 'current' is set before a suspension and used after it; the coroutine may have moved to another thread, which has its own [coro-thread-local-across-await]
  // CHECK: :[[@LINE-4]]:3: note: set here
  // CHECK: :[[@LINE-4]]:3: note: suspends here
  // CHECK: :[[@LINE-4]]:5: note: keep the value in a variable of the coroutine
}
