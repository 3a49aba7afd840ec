// RUN: %check_rule %s coro-stale-reference-across-await
// A loop over a view of a member goes through the member's iterators.

#include "lazy.h"
#include <ranges>
#include <vector>

struct session {
  bool idle = false;
  lib::task<void> ping();
};

class server {
public:
  void join(session who) { sessions_.push_back(who); }
  lib::task<void> some() {
    for (auto &each : sessions_ | std::views::take(3))
    // CHECK: :[[@LINE-1]]:23: warning: 'sessions_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:7: note: suspends here
    // CHECK: :[[@LINE-3]]:21: note: goes on here afterwards
    // CHECK: :[[@LINE-6]]:38: note: 'sessions_' is changed here, in 'join'
    // CHECK: :[[@LINE-5]]:23: note: loop over a copy of 'sessions_', or hold an async lock that its changes take, too
      co_await each.ping();
  }

private:
  std::vector<session> sessions_;
};
