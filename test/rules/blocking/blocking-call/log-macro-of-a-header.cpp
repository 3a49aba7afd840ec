// RUN: %check_rule %s coro-blocking-call
// What a macro of a header calls blocks in cases that nobody here sees.

#include "lazy.h"
#include "logging_macro.h"

#define OWN_LOG(text) write_log(4, text)

// Found: the macro's own call, what is passed to it, a macro of this file.
lib::task<void> loud() {
  SLEEP_HERE(1);
  // CHECK: :[[@LINE-1]]:3: warning: 'sleep' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: Inputs/logging_macro.h:12:29: note: expanded from macro 'SLEEP_HERE'
  // CHECK: :[[@LINE-3]]:3: note: 'sleep' puts the whole thread to sleep
  // CHECK: :[[@LINE-5]]:17: note: 'loud' is a coroutine
  // CHECK: :[[@LINE-5]]:3: note: co_await a timer of your coroutine library
  EVALUATE(write_log(4, "here"));
  // CHECK: :[[@LINE-1]]:12: warning: 'write_log' may block the thread of this coroutine; it reaches 'sleep' [coro-blocking-call]
  // CHECK: Inputs/logging_macro.h:9:5: note: 'write_log' calls 'sleep' here; it puts the whole thread to sleep
  // CHECK: :[[@LINE-10]]:17: note: 'loud' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: co_await a timer of your coroutine library
  OWN_LOG("own");
  // CHECK: :[[@LINE-1]]:3: warning: 'write_log' may block the thread of this coroutine; it reaches 'sleep' [coro-blocking-call]
  // CHECK: :[[@LINE-17]]:23: note: expanded from macro 'OWN_LOG'
  // CHECK: Inputs/logging_macro.h:9:5: note: 'write_log' calls 'sleep' here; it puts the whole thread to sleep
  // CHECK: :[[@LINE-16]]:17: note: 'loud' is a coroutine
  // CHECK: :[[@LINE-5]]:3: note: co_await a timer of your coroutine library
  co_return;
}

// Not found, also behind a function.
void tell() { LOG(1, "told"); }
lib::task<void> quiet() {
  LOG(1, "fine");
  tell();
  co_return;
}
