// RUN: %check_rule %s coro-lock-across-await
// A home-made guard with its own ways to let go.

#include "lazy.h"
#include <mutex>
#include <utility>

class auto_lock {
public:
  explicit auto_lock(std::mutex &mutex) : mutex_(&mutex) { mutex_->lock(); }
  auto_lock(const auto_lock &) = delete;
  ~auto_lock() {
    if (mutex_)
      mutex_->unlock();
  }
  void reset() {
    if (auto *mutex = std::exchange(mutex_, nullptr))
      mutex->unlock();
  }
  void leave();

private:
  std::mutex *mutex_;
};

lib::task<void> send(int value);

std::mutex total_mutex;
int total;

lib::task<void> send_after_reset() {
  auto_lock lock(total_mutex);
  int copy = total;
  lock.reset();
  co_await send(copy);
}

lib::task<void> send_after_leaving() {
  auto_lock lock(total_mutex);
  int copy = total;
  lock.leave();
  co_await send(copy);
}
// CHECK-NONE
