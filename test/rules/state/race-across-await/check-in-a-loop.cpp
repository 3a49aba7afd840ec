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
  }

private:
  std::shared_ptr<int> connection_;
};
