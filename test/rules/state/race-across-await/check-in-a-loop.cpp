// RUN: %check_rule %s coro-race-across-await
// A loop that tries until it is there.

#include "lazy.h"
#include <memory>

lib::task<std::shared_ptr<int>> connect();

class client {
public:
  void drop() { connection_ = nullptr; }
  lib::task<void> until_connected() {
    while (!connection_)
      connection_ = co_await connect();
      // CHECK: :[[@LINE-1]]:7: warning: 'connection_' is checked before a suspension and set after it; whoever comes meanwhile sets it, too, and one of the two is lost [coro-race-across-await]
      // CHECK: :[[@LINE-3]]:13: note: checked here
      // CHECK: :[[@LINE-3]]:21: note: suspends here; others run meanwhile
      // CHECK: :[[@LINE-4]]:7: note: check 'connection_' again after the suspension, mark it as taken before, or hold an async lock over both
  }

private:
  std::shared_ptr<int> connection_;
};
