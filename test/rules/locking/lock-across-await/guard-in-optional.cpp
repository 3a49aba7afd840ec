// RUN: %check_rule %s coro-lock-across-await
// An optional that holds a guard.

#include "lazy.h"
#include <mutex>
#include <optional>

lib::task<void> send(int value);

std::mutex total_mutex;
int total;

// Not followed: what becomes of the lock cannot be told for sure.
lib::task<void> send_total(bool shared) {
  std::optional<std::lock_guard<std::mutex>> lock;
  if (shared)
    lock.emplace(total_mutex);
  co_await send(total);
}

// Not found: reset before the suspension.
lib::task<void> send_copy(bool shared) {
  std::optional<std::lock_guard<std::mutex>> lock;
  if (shared)
    lock.emplace(total_mutex);
  int copy = total;
  lock.reset();
  co_await send(copy);
}

// Not found: never filled.
lib::task<void> send_nothing() {
  std::optional<std::unique_lock<std::mutex>> lock;
  co_await send(0);
}
// CHECK-NONE
