// RUN: %check_rule %s coro-race-across-await
// State of the program, in a coroutine that main starts once.

#include "lazy.h"
#include <memory>

lib::task<std::shared_ptr<int>> connect();

static std::shared_ptr<int> connection;

static lib::task<void> run() {
  if (!connection)
    connection = co_await connect();
}

int main() { lib::sync_wait(run()); }

// CHECK-NONE
