// RUN: %check_rule %s coro-lock-across-await
// release() hands out the locked mutex, and its receiver unlocks it.

#include "lazy.h"
#include <mutex>

lib::task<void> send(int value);

std::mutex level_mutex;
int level;

lib::task<void> in_one_statement() {
  std::unique_lock lock(level_mutex);
  int copy = level;
  lock.release()->unlock();
  co_await send(copy);
}

lib::task<void> by_variable() {
  std::unique_lock lock(level_mutex);
  int copy = level;
  std::mutex *mutex = lock.release();
  mutex->unlock();
  co_await send(copy);
}
// CHECK-NONE
