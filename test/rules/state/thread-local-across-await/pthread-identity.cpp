// RUN: %check_rule %s coro-thread-local-across-await
// The identity of a thread as POSIX gives it.

#include "lazy.h"
#include <map>
#include <pthread.h>

lib::task<void> work();
std::map<pthread_t, int> jobs;

lib::task<void> count() {
  const pthread_t id = pthread_self();
  co_await work();
  ++jobs[id];
}
