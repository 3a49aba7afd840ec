// RUN: %check_rule %s coro-blocking-call
// Condition variables, semaphores, latches, atomics and joins of threads.

#include "lazy.h"
#include <atomic>
#include <condition_variable>
#include <functional>
#include <latch>
#include <mutex>
#include <semaphore>
#include <thread>

std::mutex state_mutex;
std::condition_variable changed;
std::counting_semaphore<8> slots(8);
std::atomic<int> generation;
bool ready;

// Found: every other coroutine of this thread waits for the notification too.
lib::task<void> until_ready() {
  std::unique_lock lock(state_mutex);
  changed.wait(lock, [] { return ready; });
  // CHECK: :[[@LINE-1]]:11: warning: 'wait' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:11: note: 'wait' waits for another thread to notify
  // CHECK: :[[@LINE-5]]:17: note: 'until_ready' is a coroutine
  // CHECK: :[[@LINE-4]]:11: note: co_await an event of your coroutine library
  co_return;
}

// Found twice: acquire, wait.
lib::task<void> next_generation(int last) {
  slots.acquire();
  // CHECK: :[[@LINE-1]]:9: warning: 'acquire' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:9: note: 'acquire' waits for another thread to release
  // CHECK: :[[@LINE-4]]:17: note: 'next_generation' is a coroutine
  // CHECK: :[[@LINE-4]]:9: note: co_await a semaphore of your coroutine library
  generation.wait(last);
  // CHECK: :[[@LINE-1]]:14: warning: 'wait' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:14: note: 'wait' waits for another thread to change the value
  // CHECK: :[[@LINE-9]]:17: note: 'next_generation' is a coroutine
  // CHECK: :[[@LINE-4]]:14: note: co_await an event of your coroutine library
  slots.release();
  co_return;
}

// Found twice: the latch, then the thread.
lib::task<void> run_beside(void (*work)(std::latch &)) {
  std::latch done(1);
  std::thread beside(work, std::ref(done));
  done.wait();
  // CHECK: :[[@LINE-1]]:8: warning: 'wait' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:8: note: 'wait' waits for other threads to arrive
  // CHECK: :[[@LINE-6]]:17: note: 'run_beside' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: co_await a latch of your coroutine library
  beside.join();
  // CHECK: :[[@LINE-1]]:10: warning: 'join' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:10: note: 'join' waits for a thread to end
  // CHECK: :[[@LINE-11]]:17: note: 'run_beside' is a coroutine
  // CHECK: :[[@LINE-4]]:10: note: let the thread resume the coroutine when it is done
  co_return;
}
