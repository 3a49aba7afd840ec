// RUN: %check_rule %s coro-blocking-call
// What a known library does in its own headers is not the business of those who
// include them, however they are found.

#include "known_library.h"

// Found: code of one's own.
cppcoro::task<void> own() {
  sleep(1);
  // CHECK: :[[@LINE-1]]:3: warning: 'sleep' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'sleep' puts the whole thread to sleep
  // CHECK: :[[@LINE-4]]:21: note: 'own' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: co_await a timer of your coroutine library
  co_return;
}

// Not found: the library's.
cppcoro::task<void> uses() { co_await cppcoro::wait_a_second(); }
