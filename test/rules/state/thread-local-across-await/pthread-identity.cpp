// RUN: %check_rule %s coro-thread-local-across-await
// The identity of a thread as POSIX gives it.

#include "lazy.h"
#include <map>
#include <pthread.h>

lib::task<void> work();
std::map<pthread_t, int> jobs;

lib::task<void> count() {
  const pthread_t id = pthread_self();
  // CHECK: :[[@LINE-1]]:19: warning: 'id' names the thread from before a suspension and is used after it; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here
  // CHECK: :[[@LINE+3]]:5: note: used here afterwards
  // CHECK: :[[@LINE-4]]:19: note: ask for it again after the suspension
  co_await work();
  ++jobs[id];
}
