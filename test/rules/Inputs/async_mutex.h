// A mutex whose lock is awaited, and its guard: both belong to the task.
#ifndef INPUTS_ASYNC_MUTEX_H
#define INPUTS_ASYNC_MUTEX_H

#include <coroutine>
#include <utility>

namespace lib {

class async_mutex;

class async_guard {
public:
  explicit async_guard(async_mutex &mutex) : mutex_(&mutex) {}
  async_guard(async_guard &&other) noexcept
      : mutex_(std::exchange(other.mutex_, nullptr)) {}
  ~async_guard();

private:
  async_mutex *mutex_;
};

class async_mutex {
public:
  struct lock_operation {
    async_mutex &mutex;
    bool await_ready() const noexcept { return false; }
    bool await_suspend(std::coroutine_handle<> waiter);
    void await_resume() const noexcept {}
  };
  struct scoped_lock_operation {
    async_mutex &mutex;
    bool await_ready() const noexcept { return false; }
    bool await_suspend(std::coroutine_handle<> waiter);
    async_guard await_resume() const noexcept { return async_guard(mutex); }
  };

  lock_operation lock() { return {*this}; }
  scoped_lock_operation scoped_lock() { return {*this}; }
  bool try_lock();
  void unlock();
};

inline async_guard::~async_guard() {
  if (mutex_)
    mutex_->unlock();
}

} // namespace lib

#endif
