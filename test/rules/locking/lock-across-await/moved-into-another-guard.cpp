// RUN: %check_rule %s coro-lock-across-await
// The lock goes with the guard it is moved into.

#include "lazy.h"
#include <mutex>

lib::task<void> save();

std::mutex store_mutex;

// Found, at 'keep': 'lock' is empty after the move.
lib::task<void> save_all() {
  std::unique_lock lock(store_mutex);
  std::unique_lock keep = std::move(lock);
  co_await save();
}

// Not found: the receiver's scope is closed before the suspension.
lib::task<void> save_some() {
  std::unique_lock lock(store_mutex);
  {
    std::unique_lock keep(std::move(lock));
  }
  co_await save();
}
