// RUN: %check_rule %s coro-promise-contract
// A generator's consumer resumes it; no awaiter of its own is touched.

#include <coroutine>

struct owner {
  std::coroutine_handle<> self;
  int steps = 0;
  void step() {
    self.resume();
    ++steps;
  }
};

// CHECK-NONE
