// RUN: %check_rule %s coro-race-across-await
// A check together with others.

#include "lazy.h"
#include <memory>

lib::task<std::shared_ptr<int>> connect();

class client {
public:
  // Found: both hold.
  lib::task<void> both(bool wanted) {
    if (wanted && !connection_)
      connection_ = co_await connect();
      // CHECK: :[[@LINE-1]]:7: warning: 'connection_' is checked before a suspension and set after it; whoever comes meanwhile sets it, too, and one of the two is lost [coro-race-across-await]
      // CHECK: :[[@LINE-3]]:20: note: checked here
      // CHECK: :[[@LINE-3]]:21: note: suspends here; others run meanwhile
      // CHECK: :[[@LINE-4]]:7: note: check 'connection_' again after the suspension, mark it as taken before, or hold an async lock over both
  }

  // Silent: which of the two holds is not known.
  lib::task<void> either(bool forced) {
    if (forced || !connection_)
      connection_ = co_await connect();
  }

private:
  std::shared_ptr<int> connection_;
};
