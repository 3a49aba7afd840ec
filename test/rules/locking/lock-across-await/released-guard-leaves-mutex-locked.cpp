// RUN: %check_rule %s coro-lock-across-await
// release() gives up the guard, not the lock.

#include "lazy.h"
#include <mutex>

lib::task<void> sync_disk();

class volume {
public:
  // Found, and it says 'mutex_': nobody has unlocked it.
  lib::task<void> flush() {
    std::unique_lock lock(mutex_);
    ++writes_;
    lock.release();
    // CHECK: :[[@LINE-1]]:10: warning: 'mutex_' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
    // CHECK: :[[@LINE+2]]:5: note: suspends here while 'mutex_' is held
    // CHECK: :[[@LINE-3]]:10: note: unlock 'mutex_' before the suspension, or use a mutex whose lock is awaited
    co_await sync_disk();
    mutex_.unlock();
  }

private:
  std::mutex mutex_;
  int writes_ = 0;
};
