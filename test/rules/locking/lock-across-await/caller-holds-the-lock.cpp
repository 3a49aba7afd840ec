// RUN: %check_rule %s coro-lock-across-await
// The lock was taken by the caller; this coroutine gives it back while it
// waits and takes it again.

#include "lazy.h"
#include <mutex>

lib::task<int> fetch(int id);

class cache {
public:
  lib::task<int> get_locked(int id, std::unique_lock<std::mutex> &lock) {
    lock.unlock();
    int fresh = co_await fetch(id);
    lock.lock();
    co_return cached_ = fresh;
  }

  lib::task<int> get_locked(int id) {
    mutex_.unlock();
    int fresh = co_await fetch(id);
    mutex_.lock();
    co_return cached_ = fresh;
  }

private:
  std::mutex mutex_;
  int cached_ = 0;
};
// CHECK-NONE
