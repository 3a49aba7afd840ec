// RUN: %check_rule %s coro-race-across-await
// The way that leads on is the else of the check, or what comes behind it.

#include "lazy.h"
#include <memory>

lib::task<std::shared_ptr<int>> connect();

class client {
public:
  lib::task<void> by_else() {
    if (connection_) {
    } else {
      connection_ = co_await connect();
      // CHECK: :[[@LINE-1]]:7: warning: 'connection_' is checked before a suspension and set after it; whoever comes meanwhile sets it, too, and one of the two is lost [coro-race-across-await]
      // CHECK: :[[@LINE-4]]:9: note: checked here
      // CHECK: :[[@LINE-3]]:21: note: suspends here; others run meanwhile
      // CHECK: :[[@LINE-4]]:7: note: check 'connection_' again after the suspension, mark it as taken before, or hold an async lock over both
    }
  }

  lib::task<std::shared_ptr<int>> by_exit() {
    if (connection_ != nullptr)
      co_return connection_;
    auto fresh = co_await connect();
    connection_ = std::move(fresh);
    // CHECK: :[[@LINE-1]]:5: warning: 'connection_' is checked before a suspension and set after it; whoever comes meanwhile sets it, too, and one of the two is lost [coro-race-across-await]
    // CHECK: :[[@LINE-5]]:9: note: checked here
    // CHECK: :[[@LINE-4]]:18: note: suspends here; others run meanwhile
    // CHECK: :[[@LINE-4]]:5: note: check 'connection_' again after the suspension, mark it as taken before, or hold an async lock over both
    co_return connection_;
  }

private:
  std::shared_ptr<int> connection_;
};
