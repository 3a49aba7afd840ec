// RUN: %check_rule %s coro-race-across-await
// What is set whatever was there has no check to go stale.

#include "lazy.h"
#include <memory>

lib::task<std::shared_ptr<int>> connect();
void log(const char *text);

class client {
public:
  lib::task<void> reconnect() {
    if (connection_)
      log("again");
    connection_ = co_await connect();
  }

  lib::task<void> log_only() {
    if (!connection_)
      log("first");
    auto fresh = co_await connect();
    connection_ = fresh;
  }

private:
  std::shared_ptr<int> connection_;
};

// CHECK-NONE
