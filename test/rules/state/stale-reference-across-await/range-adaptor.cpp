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
      co_await each.ping();
  }

private:
  std::vector<session> sessions_;
};
