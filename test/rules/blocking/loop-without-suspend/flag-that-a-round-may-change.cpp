// RUN: %check_rule %s coro-loop-without-suspend
// The loop works, and what it asks is its own affair.

#include "lazy.h"

bool step();
struct parser {
  bool done_ = false;
  int left_ = 3;
  const bool never_ = false;
  void advance();
  lib::task<void> run();
  lib::task<void> count();
  lib::task<void> skip(int i);
};

lib::task<void> parser::run() {
  while (!done_)
    advance();
  co_return;
}

lib::task<void> parser::count() {
  while (left_ != 0)
    --left_;
  co_return;
}

lib::task<void> parser::skip(int i) {
  while (never_)
    ;
  while (i < left_)
    ++i;
  while (!step())
    ;
  co_return;
}

// CHECK-NONE
