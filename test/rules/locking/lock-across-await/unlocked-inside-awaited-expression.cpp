// RUN: %check_rule %s coro-lock-across-await
// What stands in the operand of co_await is done before the suspension.

#include "lazy.h"
#include <mutex>
#include <utility>

lib::task<void> send(int value);

std::mutex total_mutex;
int total;

int take_and_unlock(std::unique_lock<std::mutex> &lock) {
  int copy = std::exchange(total, 0);
  lock.unlock();
  return copy;
}

lib::task<void> by_comma() {
  std::unique_lock lock(total_mutex);
  int copy = total;
  co_await (lock.unlock(), send(copy));
}

lib::task<void> by_argument() {
  std::unique_lock lock(total_mutex);
  co_await send(take_and_unlock(lock));
}

lib::task<void> by_lambda() {
  co_await send([] {
    std::lock_guard lock(total_mutex);
    return total;
  }());
}
// CHECK-NONE
