// RUN: %check_rule %s coro-loop-without-suspend
// Every form of a suspension lets others run.

#include "eager.h"
#include "lazy.h"

lib::task<int> next();
lib::task<void> relax();
bool busy();

lib::task<void> in_the_body() {
  while (true)
    co_await next();
}

lib::task<void> in_the_condition() {
  for (int value = 0; value >= 0 || true; value = co_await next()) {
  }
}

lib::task<void> on_some_rounds() {
  for (;;)
    if (busy())
      co_await relax();
}

lib::generator<int> yields() {
  for (int i = 0;; ++i)
    co_yield i;
}

// CHECK-NONE
