// RUN: %check_rule %s coro-blocking-call
// The same classes asked without waiting.

#include "lazy.h"
#include <condition_variable>
#include <latch>
#include <semaphore>
#include <thread>

std::counting_semaphore<8> slots(8);
std::condition_variable changed;

lib::task<bool> take_slot(std::latch &started) {
  if (!started.try_wait() || !slots.try_acquire())
    co_return false;
  changed.notify_all();
  started.count_down();
  std::this_thread::yield();
  slots.release();
  co_return true;
}
// CHECK-NONE
