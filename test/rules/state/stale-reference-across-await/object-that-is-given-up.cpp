// RUN: %check_rule %s coro-stale-reference-across-await
// A member function of an rvalue: its caller has no more use for the object.

#include "lazy.h"
#include <vector>

struct file {
  lib::task<void> flush();
};
lib::task<file> open();

class writer {
public:
  lib::task<void> add() { files_.push_back(co_await open()); }
  lib::task<void> flush_all() && {
    for (auto &each : files_)
      co_await each.flush();
  }

private:
  std::vector<file> files_;
};

// CHECK-NONE
