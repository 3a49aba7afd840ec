// RUN: %check_rule %s coro-stale-reference-across-await
// With the option: where the unit shows no change.

#include "lazy.h"
#include <vector>

struct session {
  lib::task<void> ping();
};

class server {
public:
  void join(session who);
  lib::task<void> broadcast() {
    for (auto &each : sessions_)
    // CHECK: :[[@LINE-1]]:23: warning: 'sessions_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+3]]:7: note: suspends here
    // CHECK: :[[@LINE-3]]:21: note: goes on here afterwards
    // CHECK: :[[@LINE-4]]:23: note: loop over a copy of 'sessions_', or hold an async lock that its changes take, too
      co_await each.ping();
  }

private:
  std::vector<session> sessions_;
};

// Found: the caller's.
lib::task<void> all(std::vector<session> &of) {
  for (auto &each : of)
  // CHECK: :[[@LINE-1]]:21: warning: 'of' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
  // CHECK: :[[@LINE+3]]:5: note: suspends here
  // CHECK: :[[@LINE-3]]:19: note: goes on here afterwards
  // CHECK: :[[@LINE-4]]:21: note: loop over a copy of 'of', or hold an async lock that its changes take, too
    co_await each.ping();
}

// Silent: the coroutine's own.
lib::task<void> own(std::vector<session> of) {
  for (auto &each : of)
    co_await each.ping();
}
