// RUN: %check_rule %s coro-lock-across-await
// A coroutine lambda that keeps the guard in its closure.

#include "lazy.h"
#include <mutex>

lib::task<void> send(int value);

std::mutex total_mutex;
int total;

// Not followed: what becomes of the lock cannot be told for sure.
lib::task<void> send_total() {
  auto sender = [lock = std::unique_lock(total_mutex)]() -> lib::task<void> {
    co_await send(total);
  };
  co_await sender();
}
// CHECK-NONE
