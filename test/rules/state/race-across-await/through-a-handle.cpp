// RUN: %check_rule %s coro-race-across-await
// State that is reached through a parameter, a handle, or a captured `this`.

#include "lazy.h"
#include <memory>

lib::task<int *> connect();

struct state {
  int *connection = nullptr;
};

lib::task<void> by_reference(state &of) {
  if (!of.connection)
    of.connection = co_await connect();
    // CHECK: :[[@LINE-1]]:5: warning: 'of.connection' is checked before a suspension and set after it; whoever comes meanwhile sets it, too, and one of the two is lost [coro-race-across-await]
    // CHECK: :[[@LINE-3]]:8: note: checked here
    // CHECK: :[[@LINE-3]]:21: note: suspends here; others run meanwhile
    // CHECK: :[[@LINE-4]]:5: note: check 'of.connection' again after the suspension, mark it as taken before, or hold an async lock over both
}

lib::task<void> by_handle(std::shared_ptr<state> of) {
  if (!of->connection)
    of->connection = co_await connect();
    // CHECK: :[[@LINE-1]]:5: warning: 'of->connection' is checked before a suspension and set after it; whoever comes meanwhile sets it, too, and one of the two is lost [coro-race-across-await]
    // CHECK: :[[@LINE-3]]:8: note: checked here
    // CHECK: :[[@LINE-3]]:22: note: suspends here; others run meanwhile
    // CHECK: :[[@LINE-4]]:5: note: check 'of->connection' again after the suspension, mark it as taken before, or hold an async lock over both
}

struct holder {
  int *connection = nullptr;
  lib::task<void> in_lambda() {
    auto make = [this]() -> lib::task<void> {
      if (!connection)
        connection = co_await connect();
        // CHECK: :[[@LINE-1]]:9: warning: 'connection' is checked before a suspension and set after it; whoever comes meanwhile sets it, too, and one of the two is lost [coro-race-across-await]
        // CHECK: :[[@LINE-3]]:12: note: checked here
        // CHECK: :[[@LINE-3]]:22: note: suspends here; others run meanwhile
        // CHECK: :[[@LINE-4]]:9: note: check 'connection' again after the suspension, mark it as taken before, or hold an async lock over both
    };
    co_await make();
  }
};

// Silent: the coroutine's own.
lib::task<void> by_owner(std::unique_ptr<state> of) {
  if (!of->connection)
    of->connection = co_await connect();
}

lib::task<int *> local() {
  state mine;
  if (!mine.connection)
    mine.connection = co_await connect();
  int total = 0;
  total = total + *co_await connect();
  co_return mine.connection;
}
