// RUN: %check_rule %s coro-blocking-call
// A time-out bounds the damage; the thread stands still all the same.

#include "lazy.h"
#include <chrono>
#include <poll.h>
#include <semaphore>
#include <thread>

using namespace std::chrono_literals;

std::binary_semaphore wake(0);

// Found: for ever.
lib::task<bool> has_input(int descriptor) {
  pollfd look{descriptor, POLLIN, 0};
  co_return ::poll(&look, 1, -1) > 0;
  // CHECK: :[[@LINE-1]]:15: warning: 'poll' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:15: note: 'poll' waits for descriptors
  // CHECK: :[[@LINE-5]]:17: note: 'has_input' is a coroutine
  // CHECK: :[[@LINE-4]]:15: note: co_await the readiness of the descriptor
}

// Found twice: a length that only the caller knows, and one that anybody does.
lib::task<bool> was_woken(std::chrono::milliseconds patience) {
  std::this_thread::sleep_for(patience);
  // CHECK: :[[@LINE-1]]:21: warning: 'sleep_for' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:21: note: 'sleep_for' puts the whole thread to sleep
  // CHECK: :[[@LINE-4]]:17: note: 'was_woken' is a coroutine
  // CHECK: :[[@LINE-4]]:21: note: co_await a timer of your coroutine library
  co_return wake.try_acquire_for(5ms);
  // CHECK: :[[@LINE-1]]:18: warning: 'try_acquire_for' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:18: note: 'try_acquire_for' waits for another thread to release
  // CHECK: :[[@LINE-9]]:17: note: 'was_woken' is a coroutine
  // CHECK: :[[@LINE-4]]:18: note: co_await a semaphore of your coroutine library
}
