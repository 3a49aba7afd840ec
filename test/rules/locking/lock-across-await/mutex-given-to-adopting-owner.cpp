// RUN: %check_rule %s coro-lock-across-await
// A mutex locked by hand is handed to something that unlocks it.

#include "lazy.h"
#include <functional>
#include <memory>
#include <mutex>

lib::task<void> send(int value);

std::mutex total_mutex;
int total;

lib::task<void> by_standard_guard() {
  total_mutex.lock();
  std::unique_lock lock(total_mutex, std::adopt_lock);
  int copy = total;
  lock.unlock();
  co_await send(copy);
}

struct unlocker {
  void operator()(std::mutex *mutex) const { mutex->unlock(); }
};

lib::task<void> by_pointer() {
  int copy;
  total_mutex.lock();
  {
    std::unique_ptr<std::mutex, unlocker> unlock(&total_mutex);
    copy = total;
  }
  co_await send(copy);
}

lib::task<void> by_invoke() {
  total_mutex.lock();
  int copy = total;
  std::invoke(&std::mutex::unlock, total_mutex);
  co_await send(copy);
}
// CHECK-NONE
