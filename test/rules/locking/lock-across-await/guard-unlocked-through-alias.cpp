// RUN: %check_rule %s coro-lock-across-await
// The guard is unlocked under another name.

#include "lazy.h"
#include <mutex>

lib::task<void> send(int value);
void publish(std::unique_lock<std::mutex> &lock);

std::mutex state_mutex;
int state;

lib::task<void> by_reference() {
  std::unique_lock lock(state_mutex);
  auto &alias = lock;
  int copy = state;
  alias.unlock();
  co_await send(copy);
}

lib::task<void> by_pointer() {
  std::unique_lock lock(state_mutex);
  auto *alias = &lock;
  int copy = state;
  alias->unlock();
  co_await send(copy);
}

lib::task<void> by_function() {
  std::unique_lock lock(state_mutex);
  publish(lock);
  co_await send(1);
}
// CHECK-NONE
