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
  // CHECK: :[[@LINE-1]]:19: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:19: note: close the scope of 'lock' before the suspension, or use a mutex whose lock is awaited
  co_await [](int copy) -> lib::task<void> { co_await send(copy); }(value);
}

// Found once, in the lambda: 'inner' is held where the lambda suspends.
lib::task<void> send_by_lambda() {
  auto sender = []() -> lib::task<void> {
    std::lock_guard inner(mutex);
    // CHECK: :[[@LINE-1]]:21: warning: 'inner' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
    // CHECK: :[[@LINE+2]]:5: note: suspends here while 'inner' is held
    // CHECK: :[[@LINE-3]]:21: note: close the scope of 'inner' before the suspension, or use a mutex whose lock is awaited
    co_await send(value);
  };
  co_await sender();
}
