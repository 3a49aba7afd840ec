// RUN: %check_rule %s coro-blocking-call
// A forked child, and a program that gives up, have no other tasks.

#include "lazy.h"
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

lib::task<void> wait_for(int child);

lib::task<void> run(const char *command) {
  int child = fork();
  if (child == 0) {
    int code = std::system(command);
    _exit(code);
  } else if (child > 0) {
    co_await wait_for(child);
  }
}

lib::task<void> give_up(bool broken) {
  if (broken) {
    sleep(1);
    std::abort();
  }
  co_return;
}
// CHECK-NONE
