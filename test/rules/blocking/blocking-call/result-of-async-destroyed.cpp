// RUN: %check_rule %s coro-blocking-call
// The destructor of the future that std::async returns waits for its work.

#include "lazy.h"
#include <future>

int count_files();

// Found: nobody takes the result, so the statement waits.
lib::task<void> warm_up() {
  std::async(std::launch::async, count_files);
  // CHECK: :[[@LINE-1]]:8: warning: destroying the result of this call blocks the thread of this coroutine; it waits until the work is done [coro-blocking-call]
  // CHECK: :[[@LINE-3]]:17: note: 'warm_up' is a coroutine
  // CHECK: :[[@LINE-3]]:8: note: start the work on an executor and co_await it
  co_return;
}

// Found: a cast to void keeps nothing alive.
lib::task<void> warm_up_quietly() {
  (void)std::async(count_files);
  // CHECK: :[[@LINE-1]]:14: warning: destroying the result of this call blocks the thread of this coroutine; it waits until the work is done [coro-blocking-call]
  // CHECK: :[[@LINE-3]]:17: note: 'warm_up_quietly' is a coroutine
  // CHECK: :[[@LINE-3]]:14: note: start the work on an executor and co_await it
  co_return;
}

// Found at the variable: it dies at the closing brace.
lib::task<void> warm_up_behind_a_name() {
  auto ignored = std::async(count_files);
  // CHECK: :[[@LINE-1]]:8: warning: destroying 'ignored' blocks the thread of this coroutine; it waits until the work is done [coro-blocking-call]
  // CHECK: :[[@LINE-3]]:17: note: 'warm_up_behind_a_name' is a coroutine
  // CHECK: :[[@LINE-3]]:8: note: start the work on an executor and co_await it
  co_return;
}
