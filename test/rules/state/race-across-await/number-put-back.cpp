// RUN: %check_rule %s coro-race-across-await
// The old value is only put back, or compared, or used for something else.

#include "lazy.h"

lib::task<int> count();
void log(int value);

class counter {
public:
  lib::task<void> only_used() {
    int before = total_;
    int more = co_await count();
    log(total_ - before);
    total_ += more;
  }

  lib::task<void> other_target() {
    int before = total_;
    co_await count();
    other_ = before + 1;
  }

private:
  int total_ = 0;
  int other_ = 0;
};

// CHECK-NONE
