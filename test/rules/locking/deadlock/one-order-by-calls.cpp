// RUN: %check_rule %s coro-deadlock
// One order everywhere, whoever takes the second lock; or another object's.

#include "async_mutex.h"
#include "lazy.h"

class bank {
public:
  lib::task<void> book() {
    auto first = co_await accounts_.scoped_lock();
    co_await note_down();
  }
  lib::task<void> report() {
    auto first = co_await accounts_.scoped_lock();
    auto second = co_await journal_.scoped_lock();
  }
  lib::task<void> copy(bank &other) {
    auto first = co_await journal_.scoped_lock();
    co_await other.lock_accounts();
  }

private:
  lib::task<void> note_down() {
    auto guard = co_await journal_.scoped_lock();
  }
  lib::task<void> lock_accounts() {
    auto guard = co_await accounts_.scoped_lock();
  }
  lib::async_mutex accounts_, journal_;
};

// CHECK-NONE
