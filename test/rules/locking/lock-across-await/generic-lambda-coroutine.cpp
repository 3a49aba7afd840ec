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
  // CHECK: :[[@LINE-1]]:19: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:19: note: close the scope of 'lock' before the suspension, or use a mutex whose lock is awaited
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
