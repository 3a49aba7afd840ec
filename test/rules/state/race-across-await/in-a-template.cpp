// RUN: %check_rule %s coro-race-across-await
// Class templates, told once.

#include "lazy.h"
#include <memory>

template <class T> class lazy_value {
public:
  lib::task<T> get() {
    if (!value_)
      value_ = std::make_shared<T>(co_await make());
      // CHECK: :[[@LINE-1]]:7: warning: 'value_' is checked before a suspension and set after it; whoever comes meanwhile sets it, too, and one of the two is lost [coro-race-across-await]
      // CHECK: :[[@LINE-3]]:10: note: checked here
      // CHECK: :[[@LINE-3]]:36: note: suspends here; others run meanwhile
      // CHECK: :[[@LINE-4]]:7: note: check 'value_' again after the suspension, mark it as taken before, or hold an async lock over both
    co_return *value_;
  }

private:
  lib::task<T> make();
  std::shared_ptr<T> value_;
};

lib::task<int> use(lazy_value<int> &i, lazy_value<long> &l) {
  co_return co_await i.get() + co_await l.get();
}
