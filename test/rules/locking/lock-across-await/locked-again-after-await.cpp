// RUN: %check_rule %s coro-lock-across-await
// unlock before, lock after the suspension is right the first time; the loop's
// second suspension is not.

#include "lazy.h"
#include <mutex>
#include <vector>

lib::task<int> fetch(int id);

std::mutex results_mutex;
std::vector<int> results;

// Not found: unlocked for as long as it waits.
lib::task<void> collect(int id) {
  std::unique_lock lock(results_mutex);
  results.clear();
  lock.unlock();
  int got = co_await fetch(id);
  lock.lock();
  results.push_back(got);
}

// Found, with "may": the second turn of the loop still has the lock of the
// first.
lib::task<void> collect_all(int count) {
  std::unique_lock lock(results_mutex, std::defer_lock);
  // CHECK: :[[@LINE-1]]:20: warning: 'lock' may stay locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+5]]:10: note: locked here
  // CHECK: :[[@LINE+3]]:15: note: suspends here while 'lock' may be held
  // CHECK: :[[@LINE-4]]:20: note: unlock 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
  for (int id = 0; id < count; ++id) {
    int got = co_await fetch(id);
    lock.lock();
    results.push_back(got);
  }
}
