// RUN: %check_rule %s coro-deadlock
// It awaits a task that is not its own.

#include "async_mutex.h"
#include "lazy.h"

class server {
public:
  void start() { running_ = run(); }
  lib::task<void> run();
  lib::task<void> stop() { co_await running_; }

private:
  lib::task<void> running_;
  lib::task<void> other_;
};

lib::task<void> read();
lib::task<void> server::run() {
  other_ = read();
  co_await other_;
}

// CHECK-NONE
