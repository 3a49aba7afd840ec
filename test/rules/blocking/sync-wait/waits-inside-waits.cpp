// RUN: %check_rule %s coro-sync-wait
// Each wait is one finding.

#include "lazy.h"

lib::task<int> user_id(int session);
lib::task<int> balance(int user);

// Found twice, the inner and the outer one.
lib::task<int> balance_of(int session) {
  co_return lib::sync_wait(balance(lib::sync_wait(user_id(session))));
}

// Found inside the lambda, and at the wait for the lambda itself.
lib::task<int> balance_of_first() {
  co_return lib::sync_wait([]() -> lib::task<int> {
    co_return lib::sync_wait(balance(1));
  }());
}
