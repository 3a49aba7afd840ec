// RUN: %check_rule %s coro-lock-across-await
// A home-made guard is as good as its mutex: this one locks a task's.

#include "async_mutex.h"
#include "lazy.h"

template <class Mutex> class unlock_at_exit {
public:
  explicit unlock_at_exit(Mutex &mutex) : mutex_(mutex) {}
  unlock_at_exit(const unlock_at_exit &) = delete;
  ~unlock_at_exit() { mutex_.unlock(); }

private:
  Mutex &mutex_;
};

lib::task<int> fetch(int id);

class cache {
public:
  lib::task<int> get(int id) {
    co_await mutex_.lock();
    unlock_at_exit unlock(mutex_);
    if (id != id_) {
      value_ = co_await fetch(id);
      id_ = id;
    }
    co_return value_;
  }

private:
  lib::async_mutex mutex_;
  int id_ = -1;
  int value_ = 0;
};
// CHECK-NONE
