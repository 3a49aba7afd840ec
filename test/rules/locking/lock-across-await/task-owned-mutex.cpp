// RUN: %check_rule %s coro-lock-across-await
// A mutex whose lock is awaited belongs to the task: holding it across a
// suspension is what it is for.

#include "async_mutex.h"
#include "lazy.h"
#include <mutex>

lib::task<int> fetch(int id);

class cache {
public:
  lib::task<void> refresh() {
    auto guard = co_await mutex_.scoped_lock();
    value_ = co_await fetch(1);
  }

  lib::task<void> refresh_by_hand() {
    co_await mutex_.lock();
    value_ = co_await fetch(2);
    mutex_.unlock();
  }

  lib::task<bool> refresh_if_free() {
    if (!mutex_.try_lock())
      co_return false;
    std::unique_lock<lib::async_mutex> guard(mutex_, std::adopt_lock);
    value_ = co_await fetch(3);
    co_return true;
  }

private:
  lib::async_mutex mutex_;
  int value_ = 0;
};
// CHECK-NONE
