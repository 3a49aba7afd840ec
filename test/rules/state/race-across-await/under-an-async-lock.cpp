// RUN: %check_rule %s coro-race-across-await
// A lock over both the check and the act.

#include "async_mutex.h"
#include "lazy.h"
#include <memory>
#include <optional>

lib::task<std::shared_ptr<int>> connect();
lib::task<int> count();

struct units {
  units(units &&) noexcept;
  ~units();
};

struct exclusive {
  std::optional<units> try_get_units();
};

lib::task<void> work();

class client {
public:
  lib::task<void> at_most_one() {
    if (done_)
      co_return;
    auto only = exclusive_.try_get_units();
    if (!only)
      co_return;
    co_await work();
    done_ = true;
  }

  lib::task<std::shared_ptr<int>> get() {
    auto held = co_await mutex_.scoped_lock();
    if (!connection_)
      connection_ = co_await connect();
    co_return connection_;
  }

  lib::task<void> add() {
    co_await mutex_.lock();
    total_ = total_ + co_await count();
    mutex_.unlock();
  }

  lib::task<std::shared_ptr<int>> double_checked() {
    if (!connection_) {
      auto held = co_await mutex_.scoped_lock();
      if (!connection_)
        connection_ = co_await connect();
    }
    co_return connection_;
  }

private:
  lib::async_mutex mutex_;
  exclusive exclusive_;
  bool done_ = false;
  std::shared_ptr<int> connection_;
  int total_ = 0;
};

// CHECK-NONE
