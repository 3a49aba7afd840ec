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
  std::unique_lock lock_to(to.mutex, std::defer_lock);
  std::lock(lock_from, lock_to);
  from.balance -= amount;
  to.balance += amount;
  co_await audit(amount);
}
