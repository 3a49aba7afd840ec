// RUN: %check_rule %s coro-lock-across-await
// Blocks, functions called on the spot and nested scopes end the lock.

#include "lazy.h"
#include <mutex>
#include <vector>

lib::task<void> send(std::vector<int> batch);

class outbox {
public:
  lib::task<void> flush() {
    std::vector<int> batch;
    {
      std::lock_guard lock(mutex_);
      batch.swap(pending_);
    }
    co_await send(std::move(batch));
  }

  lib::task<void> flush_copy() {
    auto batch = [this] {
      std::lock_guard lock(mutex_);
      return pending_;
    }();
    co_await send(std::move(batch));
  }

  lib::task<void> flush_until_empty() {
    for (;;) {
      std::vector<int> batch;
      if (std::scoped_lock lock(mutex_); pending_.empty())
        break;
      else
        batch.swap(pending_);
      co_await send(std::move(batch));
    }
  }

private:
  std::mutex mutex_;
  std::vector<int> pending_;
};
// CHECK-NONE
