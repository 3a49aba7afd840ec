// RUN: %check_rule %s coro-loop-without-suspend
// A spin lock that another task of this thread holds is never let go.

#include "lazy.h"
#include <atomic>

std::atomic_flag taken;
std::atomic<bool> locked;

lib::task<void> by_flag() {
  while (taken.test_and_set(std::memory_order_acquire)) {
  // CHECK: :[[@LINE-1]]:3: warning: this loop waits for 'taken' without suspending; if what changes it needs this thread, it never ends [coro-loop-without-suspend]
  // CHECK: :[[@LINE-2]]:10: note: asked again and again
  // CHECK: :[[@LINE-3]]:3: note: co_await an event or an async mutex instead
  }
  taken.clear();
  co_return;
}

lib::task<void> by_exchange() {
  while (locked.exchange(true)) {
  // CHECK: :[[@LINE-1]]:3: warning: this loop waits for 'locked' without suspending; if what changes it needs this thread, it never ends [coro-loop-without-suspend]
  // CHECK: :[[@LINE-2]]:10: note: asked again and again
  // CHECK: :[[@LINE-3]]:3: note: co_await an event or an async mutex instead
  }
  locked = false;
  co_return;
}
