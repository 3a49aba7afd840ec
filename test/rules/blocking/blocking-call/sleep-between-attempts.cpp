// RUN: %check_rule %s coro-blocking-call
// Back-off written with the sleeps of threads.

#include "lazy.h"
#include <chrono>
#include <thread>
#include <unistd.h>

lib::task<bool> connect_to(const char *host);

// Found: the executor's thread sleeps between two attempts.
lib::task<void> connect_stubbornly(const char *host) {
  using namespace std::chrono_literals;
  auto pause = 10ms;
  while (!co_await connect_to(host)) {
    std::this_thread::sleep_for(pause);
    // CHECK: :[[@LINE-1]]:23: warning: 'sleep_for' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
    // CHECK: :[[@LINE-2]]:23: note: 'sleep_for' puts the whole thread to sleep
    // CHECK: :[[@LINE-7]]:17: note: 'connect_stubbornly' is a coroutine
    // CHECK: :[[@LINE-4]]:23: note: co_await a timer of your coroutine library
    pause *= 2;
  }
}

// Found: the call of libc is no better.
lib::task<bool> connect_twice(const char *host) {
  if (co_await connect_to(host))
    co_return true;
  usleep(1000);
  // CHECK: :[[@LINE-1]]:3: warning: 'usleep' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'usleep' puts the whole thread to sleep
  // CHECK: :[[@LINE-6]]:17: note: 'connect_twice' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: co_await a timer of your coroutine library
  co_return co_await connect_to(host);
}
