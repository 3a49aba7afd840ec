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
}
