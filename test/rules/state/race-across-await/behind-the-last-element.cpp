// RUN: %check_rule %s coro-race-across-await
// The last element is found to be full, and another one is added behind it.

#include "lazy.h"
#include <memory>
#include <vector>

struct segment {
  bool full() const;
  lib::task<void> flush();
};
using handle = std::shared_ptr<segment>;
lib::task<handle> make();

class log {
public:
  // Found: two who come both add one.
  lib::task<void> roll() {
    auto last = segments_.back();
    if (last->full()) {
      co_await last->flush();
      segments_.push_back(co_await make());
      // CHECK: :[[@LINE-1]]:7: warning: 'segments_' is checked before a suspension and filled after it; whoever comes meanwhile does the same a second time [coro-race-across-await]
      // CHECK: :[[@LINE-5]]:17: note: checked here
      // CHECK: :[[@LINE-3]]:27: note: suspends here; others run meanwhile
      // CHECK: :[[@LINE-4]]:7: note: check 'segments_' again after the suspension, mark it as taken before, or hold an async lock over both
    }
  }
  // Found: in a member function.
  lib::task<void> roll_by_function() {
    if (!segments_.back()->full())
      co_return;
    co_await add();
    // CHECK: :[[@LINE-1]]:14: warning: 'segments_' is checked before a suspension and filled after it; whoever comes meanwhile does the same a second time [coro-race-across-await]
    // CHECK: :[[@LINE-4]]:10: note: checked here
    // CHECK: :[[@LINE-3]]:5: note: suspends here; others run meanwhile
    // CHECK: :[[@LINE+26]]:37: note: changed here, in 'add'
    // CHECK: :[[@LINE-5]]:14: note: check 'segments_' again after the suspension, mark it as taken before, or hold an async lock over both
  }
  // Silent: asked again.
  lib::task<void> roll_once() {
    if (segments_.back()->full()) {
      auto fresh = co_await make();
      if (segments_.back()->full())
        segments_.push_back(fresh);
    }
  }
  // Silent: the last of something else.
  lib::task<void> roll_other() {
    if (others_.back()->full())
      co_await add();
  }
  // Silent: added before.
  lib::task<void> add_first(handle fresh) {
    auto last = segments_.back();
    if (last->full()) {
      segments_.push_back(fresh);
      co_await last->flush();
    }
  }

private:
  lib::task<void> add() { segments_.push_back(co_await make()); }

  std::vector<handle> segments_;
  std::vector<handle> others_;
};

// Silent: nobody else adds.
class writer {
public:
  lib::task<void> roll() {
    auto last = segments_.back();
    if (last->full()) {
      co_await last->flush();
      segments_.push_back(co_await make());
    }
  }

private:
  std::vector<handle> segments_;
};
