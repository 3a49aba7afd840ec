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
  co_return;
}

// Found twice: acquire, wait.
lib::task<void> next_generation(int last) {
  slots.acquire();
  generation.wait(last);
  slots.release();
  co_return;
}

// Found twice: the latch, then the thread.
lib::task<void> run_beside(void (*work)(std::latch &)) {
  std::latch done(1);
  std::thread beside(work, std::ref(done));
  done.wait();
  beside.join();
  co_return;
}
