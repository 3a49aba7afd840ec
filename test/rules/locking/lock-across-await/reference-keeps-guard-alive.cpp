// RUN: %check_rule %s coro-lock-across-await
// A reference that extends the life of a temporary guard.

#include "lazy.h"
#include <mutex>

lib::task<void> send(int value);
std::unique_lock<std::mutex> lock_state();
std::unique_lock<std::mutex> &shared_lock();

int state;

// Found at 'lock'.
lib::task<void> send_state() {
  const auto &lock = lock_state();
  // CHECK: :[[@LINE-1]]:15: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:15: note: unlock 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
  co_await send(state);
}

// Found at 'lock'.
lib::task<void> send_state_again() {
  auto &&lock = lock_state();
  // CHECK: :[[@LINE-1]]:10: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:10: note: unlock 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
  co_await send(state);
}

// Not found: unlocked by the reference.
lib::task<void> send_copy() {
  auto &&lock = lock_state();
  int copy = state;
  lock.unlock();
  co_await send(copy);
}

// Not found: somebody else's guard, about which nothing is known here.
lib::task<void> send_shared() {
  auto &lock = shared_lock();
  co_await send(state);
}
