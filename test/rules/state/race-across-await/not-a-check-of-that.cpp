// RUN: %check_rule %s coro-race-across-await
// Conditions that are about something else, and acts that no check speaks of.

#include "lazy.h"
#include <atomic>
#include <memory>
#include <vector>

lib::task<std::shared_ptr<int>> connect();
lib::task<int> count();
enum class phase { open, closed };

class client {
public:
  lib::task<void> other_member() {
    if (!first_)
      second_ = co_await connect();
  }

  lib::task<void> other_object(client &other) {
    if (!first_)
      other.first_ = co_await connect();
  }

  lib::task<void> whatever_was_found() {
    if (!first_)
      co_await count();
    first_ = co_await connect();
  }

  lib::task<void> phases() {
    if (phase_ != phase::open)
      co_return;
    co_await count();
    phase_ = phase::closed;
  }

  lib::task<void> restored() {
    int before = depth_;
    depth_ = 0;
    co_await count();
    depth_ = before;
  }

  lib::task<void> emptied() {
    if (first_) {
      co_await count();
      first_ = nullptr;
    }
  }

  lib::task<void> appended() {
    if (found_.size() > 8)
      co_return;
    found_.push_back(co_await count());
  }

  lib::task<void> until_it_fails() {
    while (!failed_) {
      if (co_await count() < 0)
        failed_ = true;
    }
  }

  lib::task<void> notes_the_outcome() {
    if (failed_)
      co_return;
    if (co_await count() < 0)
      failed_ = true;
  }

  lib::task<int> refilled() {
    if (found_.empty())
      found_ = co_await read();
    co_return found_.front();
  }
  lib::task<std::vector<int>> read();

  lib::task<void> atomic() {
    if (!ready_) {
      co_await count();
      ready_ = true;
    }
  }

private:
  std::shared_ptr<int> first_, second_;
  std::vector<int> found_;
  phase phase_ = phase::open;
  int depth_ = 0;
  bool failed_ = false;
  std::atomic<bool> ready_ = false;
};

// CHECK-NONE
