// RUN: %check_rule %s coro-lock-across-await
// What failed in the try block failed after the unlock.

#include "lazy.h"
#include <mutex>

lib::task<void> send(int value);
void failed() noexcept;

std::mutex total_mutex;
int total;

lib::task<void> send_total() {
  std::unique_lock lock(total_mutex);
  int copy = total;
  try {
    lock.unlock();
    co_await send(copy);
  } catch (...) {
    failed();
  }
  co_await send(0);
}
// CHECK-NONE
