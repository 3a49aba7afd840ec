// RUN: %check_rule %s coro-lock-across-await
// A coroutine lambda that is awaited on the spot.

#include "lazy.h"
#include <mutex>

lib::task<void> send(int value);

std::mutex mutex;
int value;

// Found at 'lock': awaiting the lambda suspends the outer coroutine. The
// lambda itself holds nothing.
lib::task<void> send_inside() {
  std::lock_guard lock(mutex);
  co_await [](int copy) -> lib::task<void> { co_await send(copy); }(value);
}

// Found once, in the lambda: 'inner' is held where the lambda suspends.
lib::task<void> send_by_lambda() {
  auto sender = []() -> lib::task<void> {
    std::lock_guard inner(mutex);
    co_await send(value);
  };
  co_await sender();
}
