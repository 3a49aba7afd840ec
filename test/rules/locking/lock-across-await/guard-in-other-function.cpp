// RUN: %check_rule %s coro-lock-across-await
// Whoever holds the lock is not the coroutine that is suspended.

#include "eager.h"
#include "lazy.h"
#include <mutex>

lib::task<void> send(int value);

std::mutex mutex;
int value;

// The guard is closed when this ordinary function returns the task.
lib::task<void> send_value() {
  std::lock_guard lock(mutex);
  return send(value);
}

// The coroutine's body starts when the task is awaited, after the guard.
lib::task<void> make_sender() {
  std::lock_guard lock(mutex);
  auto sender = [](int copy) -> lib::task<void> { co_await send(copy); };
  return sender(value);
}

// The inner function is no coroutine.
lib::task<void> send_sum() {
  struct local {
    static int sum() {
      std::lock_guard lock(mutex);
      return value + value;
    }
  };
  co_await send(local::sum());
}
// CHECK-NONE
