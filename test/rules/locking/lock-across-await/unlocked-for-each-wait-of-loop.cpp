// RUN: %check_rule %s coro-lock-across-await
// The lock is given back for each wait of a loop, and taken again behind it.

#include "lazy.h"
#include "timer.h"
#include <mutex>

using namespace std::chrono_literals;

std::mutex jobs_mutex;
int jobs;

lib::task<void> wait_for_job() {
  std::unique_lock lock(jobs_mutex);
  while (jobs == 0) {
    lock.unlock();
    co_await lib::sleep(10ms);
    lock.lock();
  }
  --jobs;
}

lib::task<void> wait_by_hand() {
  jobs_mutex.lock();
  while (jobs == 0) {
    jobs_mutex.unlock();
    co_await lib::sleep(10ms);
    jobs_mutex.lock();
  }
  --jobs;
  jobs_mutex.unlock();
}

lib::task<void> wait_in_for_head() {
  for (std::unique_lock lock(jobs_mutex); jobs == 0; lock.lock()) {
    lock.unlock();
    co_await lib::sleep(10ms);
  }
}
// CHECK-NONE
