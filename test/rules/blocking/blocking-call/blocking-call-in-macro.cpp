// RUN: %check_rule %s coro-blocking-call
// Macros of a code base: the place is where the macro is used.

#include "lazy.h"
#include <chrono>
#include <thread>
#include <unistd.h>

#define SLEEP_MS(n) std::this_thread::sleep_for(std::chrono::milliseconds(n))
#define RETRY(times, call)                                                     \
  for (int left = (times); left > 0 && !(call); --left)                        \
  SLEEP_MS(10)

lib::task<bool> ping(int host);

// Found.
lib::task<void> settle(int host) {
  co_await ping(host);
  SLEEP_MS(100);
  // CHECK: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-12]]:39: note: expanded from macro 'SLEEP_MS'
  // CHECK: :[[@LINE-3]]:3: note: 'sleep_for' puts the whole thread to sleep
  // CHECK: :[[@LINE-6]]:17: note: 'settle' is a coroutine
  // CHECK: :[[@LINE-5]]:3: note: co_await a timer of your coroutine library
}

// Found once at RETRY, which sleeps by a macro of its own.
lib::task<void> ping_stubbornly(int host) { RETRY(3, co_await ping(host)); }
// CHECK: :[[@LINE-1]]:45: warning: 'sleep_for' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
// CHECK: :[[@LINE-18]]:3: note: expanded from macro 'RETRY'
// CHECK: :[[@LINE-22]]:39: note: expanded from macro 'SLEEP_MS'
// CHECK: :[[@LINE-4]]:45: note: 'sleep_for' puts the whole thread to sleep
// CHECK: :[[@LINE-5]]:17: note: 'ping_stubbornly' is a coroutine
// CHECK: :[[@LINE-6]]:45: note: co_await a timer of your coroutine library
