// RUN: %check_rule %s coro-lock-across-await
// The same template is right with one mutex and wrong with another.

#include "async_mutex.h"
#include "lazy.h"
#include <mutex>

lib::task<int> fetch();

template <class Mutex> class cell {
public:
  // Found once, although two instantiations have it.
  lib::task<void> refresh() {
    std::unique_lock<Mutex> lock(mutex_);
    // CHECK: :[[@LINE-1]]:29: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
    // CHECK: :[[@LINE+2]]:14: note: suspends here while 'lock' is held
    // CHECK: :[[@LINE-3]]:29: note: unlock 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
    value_ = co_await fetch();
  }

  // Not found.
  lib::task<void> refresh_late() {
    int fresh = co_await fetch();
    std::unique_lock<Mutex> lock(mutex_);
    value_ = fresh;
  }

private:
  Mutex mutex_;
  int value_ = 0;
};

lib::task<void> refresh_all(cell<std::mutex> &a, cell<std::recursive_mutex> &b,
                            cell<lib::async_mutex> &c) {
  co_await a.refresh();
  co_await b.refresh();
  co_await b.refresh_late();
  co_await c.refresh_late();
}
