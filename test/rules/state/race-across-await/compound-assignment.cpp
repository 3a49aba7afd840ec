// RUN: %check_rule %s coro-race-across-await
// The right side of an assignment comes first, since C++17; what is read only
// then is fresh.

#include "lazy.h"
#include <string>

lib::task<int> count();
lib::task<std::string> text();

class counter {
public:
  lib::task<void> compound() { total_ += co_await count(); }
  lib::task<void> right_first() { total_ = co_await count() + total_; }
  lib::task<void> by_reference() { name_ = name_ + co_await text(); }
  lib::task<void> appended() { name_ += co_await text(); }
  lib::task<void> before() {
    total_ = total_ + 1;
    co_await count();
    ++total_;
  }
  lib::task<void> handed_over() { position_ = co_await next(position_); }
  lib::task<int> next(int from);

private:
  int total_ = 0;
  int position_ = 0;
  std::string name_;
};

// CHECK-NONE
