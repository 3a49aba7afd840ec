// RUN: %check_rule %s coro-race-across-await
// A look-up whose answer is used, and one where nothing else is done.

#include "lazy.h"
#include <map>
#include <string>

lib::task<std::string> load(int key);

class store {
public:
  // Found: reached through a local reference.
  lib::task<void> by_alias(int key) {
    auto &all = all_;
    if (all.count(key) == 0) {
    }
    if (!all.count(key))
      all.try_emplace(key, co_await load(key));
      // CHECK: :[[@LINE-1]]:7: warning: 'all_' is checked before a suspension and filled after it; whoever comes meanwhile does the same a second time [coro-race-across-await]
      // CHECK: :[[@LINE-3]]:10: note: checked here
      // CHECK: :[[@LINE-3]]:28: note: suspends here; others run meanwhile
      // CHECK: :[[@LINE-4]]:7: note: check 'all_' again after the suspension, mark it as taken before, or hold an async lock over both
  }

  // Silent: made before the suspension.
  lib::task<void> placeholder(int key) {
    if (all_.contains(key))
      co_return;
    all_[key] = "";
    all_[key] = co_await load(key);
  }

private:
  std::map<int, std::string> all_;
};
