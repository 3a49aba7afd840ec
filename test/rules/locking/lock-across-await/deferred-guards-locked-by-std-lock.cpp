// RUN: %check_rule %s coro-lock-across-await
// std::lock on guards that were constructed with defer_lock.

#include "lazy.h"
#include <mutex>

lib::task<void> audit(int amount);

struct account {
  std::mutex mutex;
  int balance = 0;
};

// Found for both guards: std::lock has locked them.
lib::task<void> transfer(account &from, account &to, int amount) {
  std::unique_lock lock_from(from.mutex, std::defer_lock);
  // CHECK: :[[@LINE-1]]:20: warning: 'lock_from' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+8]]:8: note: locked here
  // CHECK: :[[@LINE+10]]:3: note: suspends here while 'lock_from' is held
  // CHECK: :[[@LINE-4]]:20: note: unlock 'lock_from' or close its scope before the suspension, or use a mutex whose lock is awaited
  std::unique_lock lock_to(to.mutex, std::defer_lock);
  // CHECK: :[[@LINE-1]]:20: warning: 'lock_to' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+3]]:8: note: locked here
  // CHECK: :[[@LINE+5]]:3: note: suspends here while 'lock_to' is held
  // CHECK: :[[@LINE-4]]:20: note: unlock 'lock_to' or close its scope before the suspension, or use a mutex whose lock is awaited
  std::lock(lock_from, lock_to);
  from.balance -= amount;
  to.balance += amount;
  co_await audit(amount);
}
