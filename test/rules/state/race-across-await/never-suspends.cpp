// RUN: %check_rule %s coro-race-across-await
// Suspensions that are none, and generators.

#include "eager.h"
#include "lazy.h"
#include <coroutine>

class counter {
public:
  lib::task<void> add() {
    if (!first_) {
      co_await std::suspend_never();
      first_ = &total_;
    }
  }

  lib::generator<int> each() {
    if (!first_) {
      co_yield 1;
      first_ = &total_;
    }
  }

private:
  int total_ = 0;
  int *first_ = nullptr;
};

// CHECK-NONE
