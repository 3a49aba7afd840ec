// RUN: %check_rule %s coro-deadlock
// The operation gets the object, and with it the mutex (as in jbaldwin/libcoro,
// shared_mutex.hpp).

#include "async_mutex.h"
#include "lazy.h"

class shared_mutex {
public:
  struct operation {
    shared_mutex &of;
    bool exclusive;
    bool await_ready() const noexcept { return false; }
    bool await_suspend(std::coroutine_handle<> waiter) {
      of.mutex_.unlock();
      return true;
    }
    void await_resume() const noexcept {}
  };

  lib::task<void> scoped_lock(lib::task<void> work) {
    co_await mutex_.lock();
    co_await operation{*this, true};
    co_await work;
    co_await unlock();
  }
  lib::task<void> scoped_lock_shared(lib::task<void> work) {
    co_await mutex_.lock();
    co_await started();
    co_await work;
    co_await unlock();
  }
  lib::task<void> unlock() {
    auto guard = co_await mutex_.scoped_lock();
  }
  lib::task<void> started();

private:
  lib::async_mutex mutex_;
};

// CHECK-NONE
