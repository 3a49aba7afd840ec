// RUN: %check_rule %s coro-race-across-await
// What is set before the suspension keeps the others out.

#include "lazy.h"
#include <memory>
#include <optional>
#include <set>

lib::task<void> flush();
lib::task<std::shared_ptr<int>> connect();

class client {
public:
  lib::task<void> once() {
    if (busy_)
      co_return;
    busy_ = true;
    co_await flush();
    busy_ = false;
  }

  lib::task<void> guarded() {
    if (connection_ || connecting_)
      co_return;
    connecting_ = true;
    connection_ = co_await connect();
    connecting_ = false;
  }

  lib::task<void> all_of_it() {
    if (busy_)
      co_return;
    busy_ = true;
    if (!connection_)
      connection_ = co_await connect();
    busy_ = false;
  }

  // Found: the marker is of one key, the connection is for all.
  lib::task<void> by_key(int key) {
    if (running_.contains(key))
      co_return;
    running_.insert(key);
    if (!connection_)
      connection_ = co_await connect();
      // CHECK: :[[@LINE-1]]:7: warning: 'connection_' is checked before a suspension and set after it; whoever comes meanwhile sets it, too, and one of the two is lost [coro-race-across-await]
      // CHECK: :[[@LINE-3]]:10: note: checked here
      // CHECK: :[[@LINE-3]]:21: note: suspends here; others run meanwhile
      // CHECK: :[[@LINE-4]]:7: note: check 'connection_' again after the suspension, mark it as taken before, or hold an async lock over both
    running_.erase(key);
  }

  lib::task<void> stopped() {
    if (!started_)
      co_return;
    started_ = false;
    co_await flush();
  }

private:
  bool busy_ = false;
  bool connecting_ = false;
  bool started_ = false;
  std::set<int> running_;
  std::shared_ptr<int> connection_;
};
