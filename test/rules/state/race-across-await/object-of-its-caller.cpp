// RUN: %check_rule %s coro-race-across-await
// A member coroutine of an object that each caller makes for itself.

#include "lazy.h"
#include <memory>

lib::task<std::shared_ptr<int>> connect();

class request {
public:
  lib::task<void> send() {
    if (!connection_)
      connection_ = co_await connect();
  }

private:
  std::shared_ptr<int> connection_;
};

lib::task<void> handle() {
  request mine;
  co_await mine.send();
}

// CHECK-NONE
