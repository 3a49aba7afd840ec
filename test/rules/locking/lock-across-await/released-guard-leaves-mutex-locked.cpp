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
    co_await sync_disk();
    mutex_.unlock();
  }

private:
  std::mutex mutex_;
  int writes_ = 0;
};
