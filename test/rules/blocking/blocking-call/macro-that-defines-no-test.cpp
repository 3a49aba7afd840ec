// RUN: %check_rule %s coro-blocking-call
// Only known macros make a test; what a file or a function is called does not.

#include "lazy.h"
#include <unistd.h>

#define HANDLER(name) lib::task<void> name()

// Found twice.
HANDLER(test_handler) {
  sleep(1);
  // CHECK: :[[@LINE-1]]:3: warning: 'sleep' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'sleep' puts the whole thread to sleep
  // CHECK: :[[@LINE-4]]:9: note: 'test_handler' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: co_await a timer of your coroutine library
  co_return;
}
lib::task<void> test_connection() {
  sleep(1);
  // CHECK: :[[@LINE-1]]:3: warning: 'sleep' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'sleep' puts the whole thread to sleep
  // CHECK: :[[@LINE-4]]:17: note: 'test_connection' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: co_await a timer of your coroutine library
  co_return;
}
