// RUN: %check_rule %s coro-lock-across-await
// The guard is given to what is awaited; an asynchronous condition variable
// unlocks it while it waits.

#include "lazy.h"
#include <mutex>
#include <utility>

class async_condition {
public:
  lib::task<void> wait(std::unique_lock<std::mutex> &lock);
  lib::task<std::unique_lock<std::mutex>>
  wait_owning(std::unique_lock<std::mutex> lock);
};

class mailbox {
public:
  lib::task<int> receive() {
    std::unique_lock lock(mutex_);
    while (count_ == 0)
      co_await filled_.wait(lock);
    co_return --count_;
  }

  lib::task<int> receive_owning() {
    std::unique_lock lock(mutex_);
    while (count_ == 0)
      lock = co_await filled_.wait_owning(std::move(lock));
    co_return --count_;
  }

private:
  std::mutex mutex_;
  async_condition filled_;
  int count_ = 0;
};
// CHECK-NONE
