// RUN: %check_rule %s coro-race-across-await
// What is awaited first is over when the check comes.

#include "lazy.h"
#include <memory>

lib::task<std::shared_ptr<int>> connect();

class client {
public:
  lib::task<void> keep() {
    auto fresh = co_await connect();
    if (!connection_)
      connection_ = fresh;
    co_await connect();
  }

  lib::task<void> add(int more) {
    co_await connect();
    int now = total_;
    total_ = now + more;
  }

private:
  std::shared_ptr<int> connection_;
  int total_ = 0;
};

// CHECK-NONE
