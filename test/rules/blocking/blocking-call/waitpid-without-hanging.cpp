// RUN: %check_rule %s coro-blocking-call
// WNOHANG only asks.

#include "lazy.h"
#include "timer.h"
#include <chrono>
#include <sys/types.h>
#include <sys/wait.h>

lib::task<int> exit_code_of(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0)
    co_await lib::sleep(std::chrono::milliseconds(20));
  co_return WEXITSTATUS(status);
}
// CHECK-NONE
