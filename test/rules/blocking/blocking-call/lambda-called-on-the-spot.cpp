// RUN: %check_rule %s coro-blocking-call
// A lambda that the coroutine itself calls is part of it.

#include "lazy.h"
#include <cstdlib>

// Found at the call of the lambda.
lib::task<int> core_count() {
  const int status = [] {
    return std::system("nproc > cores.txt");
  }();
  co_return status;
}

// Found at the call, not where the lambda is written.
lib::task<void> tidy_up(bool really) {
  auto remove_all = [](const char *command) { std::system(command); };
  if (really)
    remove_all("rm -r cache");
  co_return;
}
