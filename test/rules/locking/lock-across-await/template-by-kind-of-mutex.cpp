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
