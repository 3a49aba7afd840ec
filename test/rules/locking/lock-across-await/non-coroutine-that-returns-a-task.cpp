// RUN: %check_rule %s coro-lock-across-await
// Mutexes of synchronous code in a file full of coroutines.

#include "lazy.h"
#include <mutex>
#include <vector>

lib::task<void> handle(int job);

class worker {
public:
  void add(int job) {
    std::lock_guard lock(mutex_);
    jobs_.push_back(job);
  }

  bool take(int &job) {
    std::lock_guard lock(mutex_);
    if (jobs_.empty())
      return false;
    job = jobs_.back();
    jobs_.pop_back();
    return true;
  }

  lib::task<void> run() {
    for (int job; take(job);)
      co_await handle(job);
  }

private:
  std::mutex mutex_;
  std::vector<int> jobs_;
};
// CHECK-NONE
