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
  from.balance -= amount;
  to.balance += amount;
  co_await audit(amount);
}

// Found for each of the guards: they adopt what std::lock has locked.
lib::task<void> transfer_adopting(account &from, account &to, int amount) {
  std::lock(from.mutex, to.mutex);
  std::lock_guard lock_from(from.mutex, std::adopt_lock);
  std::lock_guard lock_to(to.mutex, std::adopt_lock);
  from.balance -= amount;
  to.balance += amount;
  co_await audit(amount);
}
