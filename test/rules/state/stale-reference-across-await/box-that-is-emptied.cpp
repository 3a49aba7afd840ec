// RUN: %check_rule %s coro-stale-reference-across-await
// A reference to what a unique_ptr, a shared_ptr or an optional owns.

#include "lazy.h"
#include <memory>
#include <optional>

struct connection {
  lib::task<void> write();
  void close();
};

class client {
public:
  void stop() {
    connection_.reset();
    shared_ = nullptr;
    maybe_.reset();
  }

  lib::task<void> owned() {
    connection &now = *connection_;
    // CHECK: :[[@LINE-1]]:17: warning: the reference 'now' to what 'connection_' owns is used after a suspension; 'connection_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:5: note: used here afterwards
    // CHECK: :[[@LINE-10]]:17: note: 'connection_' is changed here, in 'stop'
    // CHECK: :[[@LINE-5]]:17: note: keep a shared owner in the coroutine, or ask 'connection_' again after the suspension
    co_await now.write();
    now.close();
  }

  lib::task<void> by_pointer() {
    connection *now = connection_.get();
    // CHECK: :[[@LINE-1]]:17: warning: the pointer 'now' to what 'connection_' owns is used after a suspension; 'connection_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:5: note: used here afterwards
    // CHECK: :[[@LINE-21]]:17: note: 'connection_' is changed here, in 'stop'
    // CHECK: :[[@LINE-5]]:17: note: keep a shared owner in the coroutine, or ask 'connection_' again after the suspension
    co_await now->write();
    now->close();
  }

  lib::task<void> shared() {
    connection &now = *shared_;
    // CHECK: :[[@LINE-1]]:17: warning: the reference 'now' to what 'shared_' owns is used after a suspension; 'shared_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:5: note: used here afterwards
    // CHECK: :[[@LINE-31]]:13: note: 'shared_' is changed here, in 'stop'
    // CHECK: :[[@LINE-5]]:17: note: keep a shared owner in the coroutine, or ask 'shared_' again after the suspension
    co_await now.write();
    now.close();
  }

  lib::task<void> in_optional() {
    connection &now = maybe_.value();
    // CHECK: :[[@LINE-1]]:17: warning: the reference 'now' to what 'maybe_' owns is used after a suspension; 'maybe_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:5: note: used here afterwards
    // CHECK: :[[@LINE-41]]:12: note: 'maybe_' is changed here, in 'stop'
    // CHECK: :[[@LINE-5]]:17: note: keep a shared owner in the coroutine, or ask 'maybe_' again after the suspension
    co_await now.write();
    now.close();
  }

  // Silent: the coroutine owns it, too.
  lib::task<void> kept_alive() {
    auto now = shared_;
    co_await now->write();
    now->close();
  }

private:
  std::unique_ptr<connection> connection_;
  std::shared_ptr<connection> shared_;
  std::optional<connection> maybe_;
};
