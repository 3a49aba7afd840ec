// RUN: %check_rule %s coro-lock-across-await
// A guard and its data taken apart by a structured binding.

#include "lazy.h"
#include <mutex>

lib::task<void> send(int value);

struct locked_value {
  std::unique_lock<std::mutex> lock;
  int &value;
};

locked_value open();

// Found, with a name that the reader can find in the source.
lib::task<void> send_locked() {
  auto [lock, value] = open();
  // CHECK: :[[@LINE-1]]:9: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:9: note: close the scope of 'lock' before the suspension, or use a mutex whose lock is awaited
  co_await send(value);
}

// Not found: unlocked by its binding.
lib::task<void> send_unlocked() {
  auto [lock, value] = open();
  int copy = value;
  lock.unlock();
  co_await send(copy);
}
