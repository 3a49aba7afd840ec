// RUN: %check_rule %s coro-blocking-call
// By the option InTests a unit test is code like any other.

#include "lazy.h"
#include "unit_test.h"
#include <unistd.h>

// Found twice.
lib::task<void> give_the_server_time() {
  sleep(1);
  // CHECK: :[[@LINE-1]]:3: warning: 'sleep' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'sleep' puts the whole thread to sleep
  // CHECK: :[[@LINE-4]]:17: note: 'give_the_server_time' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: co_await a timer of your coroutine library
  co_return;
}
TEST(server, starts) {
  lib::sync_wait(give_the_server_time());
  lib::sync_wait([]() -> lib::task<void> {
    sleep(2);
    // CHECK: :[[@LINE-1]]:5: warning: 'sleep' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
    // CHECK: :[[@LINE-2]]:5: note: 'sleep' puts the whole thread to sleep
    // CHECK: :[[@LINE-4]]:18: note: the lambda is a coroutine
    // CHECK: :[[@LINE-4]]:5: note: co_await a timer of your coroutine library
    co_return;
  }());
}

// Not found: no coroutine.
TEST(server, stops) { sleep(1); }
