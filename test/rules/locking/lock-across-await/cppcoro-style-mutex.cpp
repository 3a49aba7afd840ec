// RUN: %check_rule %s coro-lock-across-await
// A mutex in the style of cppcoro: lock_async() is awaited, and its guard has
// the shape of a guard of threads.

#include "lazy.h"

class async_mutex {
public:
  struct lock_operation {
    bool await_ready() const noexcept;
    bool await_suspend(std::coroutine_handle<> waiter) noexcept;
    void await_resume() const noexcept {}
  };
  bool try_lock() noexcept;
  lock_operation lock_async() noexcept;
  void unlock();
};

class async_mutex_lock {
public:
  explicit async_mutex_lock(async_mutex &mutex) : mutex_(mutex) {}
  ~async_mutex_lock() { mutex_.unlock(); }

private:
  async_mutex &mutex_;
};

lib::task<void> send();

lib::task<void> send_exclusively(async_mutex &mutex) {
  co_await mutex.lock_async();
  async_mutex_lock lock(mutex);
  co_await send();
}

lib::task<void> send_if_free(async_mutex &mutex) {
  if (!mutex.try_lock())
    co_return;
  co_await send();
  mutex.unlock();
}
// CHECK-NONE
