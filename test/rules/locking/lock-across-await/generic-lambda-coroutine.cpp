// RUN: %check_rule %s coro-lock-across-await
// Coroutines that are generic lambdas.

#include "lazy.h"
#include <mutex>

lib::task<void> send(int value);

std::mutex total_mutex;
int total;

// Found once, in the lambda.
inline auto add = [](auto value) -> lib::task<void> {
  std::lock_guard lock(total_mutex);
  total += static_cast<int>(value);
  co_await send(total);
};

// Not found: the lambda waits outside of the lock.
inline auto add_unlocked = [](auto value) -> lib::task<void> {
  {
    std::lock_guard lock(total_mutex);
    total += static_cast<int>(value);
  }
  co_await send(static_cast<int>(value));
};

lib::task<void> add_both() {
  co_await add(1);
  co_await add(2.5);
  co_await add_unlocked(1);
}
