// RUN: %check_rule %s coro-lock-across-await
// A helper unlocks what was locked by hand.

#include "lazy.h"
#include <mutex>

lib::task<void> send(int value);
void finish(std::mutex &mutex);

class counter {
public:
  lib::task<void> by_function() {
    mutex_.lock();
    int copy = ++count_;
    finish(mutex_);
    co_await send(copy);
  }

  lib::task<void> by_member() {
    mutex_.lock();
    int copy = ++count_;
    leave();
    co_await send(copy);
  }

private:
  void leave() { mutex_.unlock(); }

  std::mutex mutex_;
  int count_ = 0;
};
// CHECK-NONE
