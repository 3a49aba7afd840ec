// RUN: %check_rule %s coro-race-across-await
// A coroutine that is started once, and a loop that is alone with what it
// keeps.

#include "eager.h"
#include "lazy.h"
#include <memory>

lib::task<std::shared_ptr<int>> connect();
lib::task<int> read(int &from);

class session {
public:
  session() { run(); }

private:
  lib::detached run() {
    if (!connection_)
      connection_ = co_await connect();
    total_ = total_ + co_await read(*connection_);
  }

  std::shared_ptr<int> connection_;
  int total_ = 0;
};

class reader {
public:
  lib::task<void> run() {
    while (true) {
      if (!connection_)
        connection_ = co_await connect();
      if (co_await read(*connection_) < 0)
        connection_ = nullptr;
    }
  }

private:
  std::shared_ptr<int> connection_;
};

// CHECK-NONE
