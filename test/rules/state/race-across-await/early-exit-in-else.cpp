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
    }
  }

  lib::task<std::shared_ptr<int>> by_exit() {
    if (connection_ != nullptr)
      co_return connection_;
    auto fresh = co_await connect();
    connection_ = std::move(fresh);
    co_return connection_;
  }

private:
  std::shared_ptr<int> connection_;
};
