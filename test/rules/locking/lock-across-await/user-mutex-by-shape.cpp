// RUN: %check_rule %s coro-lock-across-await
// A home-made mutex needs no entry anywhere.

#include "lazy.h"
#include <atomic>
#include <mutex>

class spin_lock {
public:
  void lock() noexcept {
    while (taken_.test_and_set(std::memory_order_acquire)) {
    }
  }
  bool try_lock() noexcept {
    return !taken_.test_and_set(std::memory_order_acquire);
  }
  void unlock() noexcept { taken_.clear(std::memory_order_release); }

private:
  std::atomic_flag taken_;
};

lib::task<void> send(int value);

spin_lock total_lock;
int total;

// Found: whoever spins on it burns a core for as long as this waits.
lib::task<void> send_total() {
  std::lock_guard guard(total_lock);
  // CHECK: :[[@LINE-1]]:19: warning: 'guard' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'guard' is held
  // CHECK: :[[@LINE-3]]:19: note: close the scope of 'guard' before the suspension, or use a mutex whose lock is awaited
  co_await send(total);
}

// Found at lock.
lib::task<void> send_total_by_hand() {
  total_lock.lock();
  // CHECK: :[[@LINE-1]]:14: warning: 'total_lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'total_lock' is held
  // CHECK: :[[@LINE-3]]:14: note: unlock 'total_lock' before the suspension, or use a mutex whose lock is awaited
  co_await send(total);
  total_lock.unlock();
}

// Not found.
lib::task<void> send_copy() {
  total_lock.lock();
  int copy = total;
  total_lock.unlock();
  co_await send(copy);
}
