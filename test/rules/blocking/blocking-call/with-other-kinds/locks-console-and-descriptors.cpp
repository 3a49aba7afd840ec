// RUN: %check_rule %s coro-blocking-call
// The option Kinds names exactly what counts.

#include "lazy.h"
#include <cstdio>
#include <mutex>
#include <unistd.h>

std::mutex totals_mutex;
int total;

// Found three times: read, lock, printf. Sleeping is not among the kinds.
lib::task<void> count(int connection) {
  char byte = 0;
  if (::read(connection, &byte, 1) != 1)
  // CHECK: :[[@LINE-1]]:9: warning: 'read' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:9: note: 'read' waits, unless the descriptor is in non-blocking mode
  // CHECK: :[[@LINE-5]]:17: note: 'count' is a coroutine
  // CHECK: :[[@LINE-4]]:9: note: co_await the operation of your coroutine library
    co_return;
  totals_mutex.lock();
  // CHECK: :[[@LINE-1]]:16: warning: 'lock' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:16: note: 'lock' waits for the mutex
  // CHECK: :[[@LINE-11]]:17: note: 'count' is a coroutine
  // CHECK: :[[@LINE-4]]:16: note: co_await an asynchronous operation, or move the call to a thread that may block
  ++total;
  totals_mutex.unlock();
  std::printf("%d\n", byte);
  // CHECK: :[[@LINE-1]]:8: warning: 'printf' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:8: note: 'printf' waits until the terminal has taken the text
  // CHECK: :[[@LINE-18]]:17: note: 'count' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: co_await an asynchronous operation, or move the call to a thread that may block
  ::usleep(1);
}
