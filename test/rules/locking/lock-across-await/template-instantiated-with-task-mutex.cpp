// RUN: %check_rule %s coro-lock-across-await
// A template that would be wrong with std::mutex, used with a mutex of tasks
// and with one that does nothing.

#include "async_mutex.h"
#include "lazy.h"
#include <mutex>

lib::task<int> fetch();

struct null_mutex {
  void lock() {}
  void unlock() {}
  bool try_lock() { return true; }
};

template <class Mutex> class cell {
public:
  explicit cell(Mutex &mutex) : mutex_(mutex) {}
  lib::task<void> refresh() {
    std::unique_lock<Mutex> lock(mutex_, std::adopt_lock);
    value_ = co_await fetch();
  }

private:
  Mutex &mutex_;
  int value_ = 0;
};

lib::task<void> refresh_all(cell<lib::async_mutex> &a, cell<null_mutex> &b) {
  co_await a.refresh();
  co_await b.refresh();
}
// CHECK-NONE
