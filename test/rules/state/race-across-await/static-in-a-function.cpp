// RUN: %check_rule %s coro-race-across-await
// A static variable of a function is everybody's.

#include "lazy.h"
#include <memory>

lib::task<std::shared_ptr<int>> connect();

lib::task<std::shared_ptr<int>> shared() {
  static std::shared_ptr<int> only;
  if (!only)
    only = co_await connect();
    // CHECK: :[[@LINE-1]]:5: warning: 'only' is checked before a suspension and set after it; whoever comes meanwhile sets it, too, and one of the two is lost [coro-race-across-await]
    // CHECK: :[[@LINE-3]]:8: note: checked here
    // CHECK: :[[@LINE-3]]:12: note: suspends here; others run meanwhile
    // CHECK: :[[@LINE-4]]:5: note: check 'only' again after the suspension, mark it as taken before, or hold an async lock over both
  co_return only;
}
