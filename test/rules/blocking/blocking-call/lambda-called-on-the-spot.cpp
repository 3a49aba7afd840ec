// RUN: %check_rule %s coro-blocking-call
// A lambda that the coroutine itself calls is part of it.

#include "lazy.h"
#include <cstdlib>

// Found at the call of the lambda.
lib::task<int> core_count() {
  const int status = [] {
  // CHECK: :[[@LINE-1]]:22: warning: the lambda may block the thread of this coroutine; it reaches 'system' [coro-blocking-call]
  // CHECK: :[[@LINE+3]]:17: note: the lambda calls 'system' here; it waits for another process
  // CHECK: :[[@LINE-4]]:16: note: 'core_count' is a coroutine
  // CHECK: :[[@LINE-4]]:22: note: co_await the end of the process, or wait for it on a thread that may block
    return std::system("nproc > cores.txt");
  }();
  co_return status;
}

// Found at the call, not where the lambda is written.
lib::task<void> tidy_up(bool really) {
  auto remove_all = [](const char *command) { std::system(command); };
  if (really)
    remove_all("rm -r cache");
    // CHECK: :[[@LINE-1]]:5: warning: the lambda may block the thread of this coroutine; it reaches 'system' [coro-blocking-call]
    // CHECK: :[[@LINE-4]]:52: note: the lambda calls 'system' here; it waits for another process
    // CHECK: :[[@LINE-6]]:17: note: 'tidy_up' is a coroutine
    // CHECK: :[[@LINE-4]]:5: note: co_await the end of the process, or wait for it on a thread that may block
  co_return;
}
