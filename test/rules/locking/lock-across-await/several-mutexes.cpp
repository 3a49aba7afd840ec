// RUN: %check_rule %s coro-lock-across-await
// scoped_lock of two mutexes, and the older idiom with std::lock.

#include "lazy.h"
#include <mutex>

lib::task<void> audit(int amount);

struct account {
  std::mutex mutex;
  int balance = 0;
};

// Found once: one guard, two mutexes.
lib::task<void> transfer(account &from, account &to, int amount) {
  std::scoped_lock both(from.mutex, to.mutex);
  // CHECK: :[[@LINE-1]]:20: warning: 'both' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+4]]:3: note: suspends here while 'both' is held
  // CHECK: :[[@LINE-3]]:20: note: close the scope of 'both' before the suspension, or use a mutex whose lock is awaited
  from.balance -= amount;
  to.balance += amount;
  co_await audit(amount);
}

// Found for each of the guards: they adopt what std::lock has locked.
lib::task<void> transfer_adopting(account &from, account &to, int amount) {
  std::lock(from.mutex, to.mutex);
  std::lock_guard lock_from(from.mutex, std::adopt_lock);
  // CHECK: :[[@LINE-1]]:19: warning: 'lock_from' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+8]]:3: note: suspends here while 'lock_from' is held
  // CHECK: :[[@LINE-3]]:19: note: close the scope of 'lock_from' before the suspension, or use a mutex whose lock is awaited
  std::lock_guard lock_to(to.mutex, std::adopt_lock);
  // CHECK: :[[@LINE-1]]:19: warning: 'lock_to' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+4]]:3: note: suspends here while 'lock_to' is held
  // CHECK: :[[@LINE-3]]:19: note: close the scope of 'lock_to' before the suspension, or use a mutex whose lock is awaited
  from.balance -= amount;
  to.balance += amount;
  co_await audit(amount);
}
