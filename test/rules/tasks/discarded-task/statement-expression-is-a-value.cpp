// RUN: %check_rule %s coro-discarded-task
// The last statement of such a block is its value.

#include "lazy.h"

lib::task<int> fetch(int id);

#define LOGGED(expression)                                                     \
  ({                                                                           \
    int before = 0;                                                            \
    (void)before;                                                              \
    expression;                                                                \
  })

lib::task<int> run() {
  auto pending = LOGGED(fetch(1));
  co_return co_await pending;
}

// CHECK-NONE
