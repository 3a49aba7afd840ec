// RUN: %check_rule %s coro-lock-across-await
// lock_shared without a guard.

#include "lazy.h"
#include <shared_mutex>

lib::task<void> send(int value);

class settings {
public:
  // Found at lock_shared: released only after the suspension.
  lib::task<void> publish() {
    mutex_.lock_shared();
    // CHECK: :[[@LINE-1]]:12: warning: 'mutex_' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
    // CHECK: :[[@LINE+2]]:5: note: suspends here while 'mutex_' is held
    // CHECK: :[[@LINE-3]]:12: note: unlock 'mutex_' before the suspension, or use a mutex whose lock is awaited
    co_await send(level_);
    mutex_.unlock_shared();
  }

  // Not found: released before.
  lib::task<void> publish_copy() {
    mutex_.lock_shared();
    int level = level_;
    mutex_.unlock_shared();
    co_await send(level);
  }

private:
  std::shared_mutex mutex_;
  int level_ = 0;
};
