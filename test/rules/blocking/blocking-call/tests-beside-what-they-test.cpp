// RUN: %check_rule %s coro-blocking-call
// Where tests stand beside the code that they test, what a header declares is
// no helper of a test.

#include "tested.h"
#include "unit_test.h"
#include <unistd.h>

// Found twice.
lib::task<void> poll() {
  sleep(1);
  // CHECK: :[[@LINE-1]]:3: warning: 'sleep' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'sleep' puts the whole thread to sleep
  // CHECK: :[[@LINE-4]]:17: note: 'poll' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: co_await a timer of your coroutine library
  co_return;
}
lib::task<void> connection::close() {
  auto wait = [] { sleep(2); };
  wait();
  // CHECK: :[[@LINE-1]]:3: warning: the lambda may block the thread of this coroutine; it reaches 'sleep' [coro-blocking-call]
  // CHECK: :[[@LINE-3]]:20: note: the lambda calls 'sleep' here; it puts the whole thread to sleep
  // CHECK: :[[@LINE-5]]:29: note: 'close' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: co_await a timer of your coroutine library
  co_return;
}

// Not found.
lib::task<void> close_soon(connection &open) {
  sleep(1);
  co_await open.close();
}

TEST_CASE("closes") {
  connection open;
  lib::sync_wait(poll());
  lib::sync_wait(close_soon(open));
}
