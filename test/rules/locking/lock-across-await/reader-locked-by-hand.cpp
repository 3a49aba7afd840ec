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
