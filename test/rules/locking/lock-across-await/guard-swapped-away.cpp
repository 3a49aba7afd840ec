// RUN: %check_rule %s coro-lock-across-await
// The lock is swapped into a guard that is dropped.

#include "lazy.h"
#include <mutex>
#include <utility>
#include <vector>

lib::task<void> send(int value);

using lock_type = std::unique_lock<std::mutex>;

std::mutex total_mutex;
int total;

lib::task<void> by_member() {
  lock_type lock(total_mutex);
  int copy = total;
  lock_type().swap(lock);
  co_await send(copy);
}

lib::task<void> by_function() {
  lock_type lock(total_mutex);
  int copy = total;
  {
    lock_type other;
    std::swap(lock, other);
  }
  co_await send(copy);
}

lib::task<void> by_assignment() {
  lock_type lock(total_mutex);
  int copy = total;
  lock = lock_type();
  co_await send(copy);
}

lib::task<void> into_container(std::vector<lock_type> &locks) {
  lock_type lock(total_mutex);
  locks.push_back(std::move(lock));
  co_await send(1);
}
// CHECK-NONE
