// RUN: %check_rule %s coro-race-across-await
// A limit that is checked before a suspension and counted after it.

#include "lazy.h"

lib::task<void> open();

class pool {
public:
  void shrink() { --size_; }

  lib::task<bool> grow() {
    if (size_ >= limit_)
      co_return false;
    co_await open();
    ++size_;
    // CHECK: :[[@LINE-1]]:5: warning: 'size_' is checked before a suspension and counted after it; whoever comes meanwhile passes the same check [coro-race-across-await]
    // CHECK: :[[@LINE-5]]:9: note: checked here
    // CHECK: :[[@LINE-4]]:5: note: suspends here; others run meanwhile
    // CHECK: :[[@LINE-4]]:5: note: check 'size_' again after the suspension, mark it as taken before, or hold an async lock over both
    co_return true;
  }

  // Silent: counted first.
  lib::task<bool> grow_marked() {
    if (size_ >= limit_)
      co_return false;
    ++size_;
    co_await open();
    co_return true;
  }

  // Silent: a cursor that nobody else moves.
  lib::task<bool> next() {
    if (position_ >= limit_)
      co_return false;
    co_await open();
    ++position_;
    co_return true;
  }

private:
  int position_ = 0;
  int size_ = 0;
  int limit_ = 8;
};
