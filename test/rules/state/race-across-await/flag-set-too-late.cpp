// RUN: %check_rule %s coro-race-across-await
// A flag that is looked at before a suspension and set after it.

#include "lazy.h"

lib::task<void> prepare();
lib::task<void> flush();

class service {
public:
  lib::task<void> start() {
    if (started_)
      co_return;
    co_await prepare();
    started_ = true;
    // CHECK: :[[@LINE-1]]:5: warning: 'started_' is checked before a suspension and changed after it; whoever comes meanwhile does the same a second time [coro-race-across-await]
    // CHECK: :[[@LINE-5]]:9: note: checked here
    // CHECK: :[[@LINE-4]]:5: note: suspends here; others run meanwhile
    // CHECK: :[[@LINE-4]]:5: note: check 'started_' again after the suspension, mark it as taken before, or hold an async lock over both
  }

  lib::task<void> stop() {
    if (started_ == true) {
      co_await flush();
      started_ = false;
      // CHECK: :[[@LINE-1]]:7: warning: 'started_' is checked before a suspension and changed after it; whoever comes meanwhile does the same a second time [coro-race-across-await]
      // CHECK: :[[@LINE-4]]:9: note: checked here
      // CHECK: :[[@LINE-4]]:7: note: suspends here; others run meanwhile
      // CHECK: :[[@LINE-4]]:7: note: check 'started_' again after the suspension, mark it as taken before, or hold an async lock over both
    }
  }

  // Silent: whatever the check found.
  lib::task<void> restart() {
    if (started_)
      co_await flush();
    started_ = true;
  }

private:
  bool started_ = false;
};
