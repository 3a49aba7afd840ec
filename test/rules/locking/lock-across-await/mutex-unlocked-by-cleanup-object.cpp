// RUN: %check_rule %s coro-lock-across-await
// A cleanup object unlocks what was locked by hand, at the end of its scope.

#include "lazy.h"
#include <mutex>

lib::task<void> send(int value);

template <class F> class at_exit {
public:
  explicit at_exit(F action) : action_(action) {}
  ~at_exit() { action_(); }

private:
  F action_;
};

class counter {
public:
  lib::task<void> count() {
    int copy;
    {
      mutex_.lock();
      at_exit unlock([this] { mutex_.unlock(); });
      copy = ++count_;
    }
    co_await send(copy);
  }

private:
  std::mutex mutex_;
  int count_ = 0;
};
// CHECK-NONE
