// RUN: %check_rule %s coro-lock-across-await
// std::condition_variable::wait returns with the lock taken again.

#include "lazy.h"
#include <condition_variable>
#include <mutex>

lib::task<void> handle(int job);

std::mutex jobs_mutex;
std::condition_variable jobs_filled;
int jobs;

// Found: the wait hands the lock back before the suspension.
lib::task<void> handle_next() {
  std::unique_lock lock(jobs_mutex);
  // CHECK: :[[@LINE-1]]:20: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:20: note: unlock 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
  jobs_filled.wait(lock, [] { return jobs > 0; });
  co_await handle(jobs--);
}

// Not found: unlocked before the suspension.
lib::task<void> handle_next_unlocked() {
  std::unique_lock lock(jobs_mutex);
  jobs_filled.wait(lock, [] { return jobs > 0; });
  int job = jobs--;
  lock.unlock();
  co_await handle(job);
}
