// RUN: %check_rule %s coro-discarded-task
// Dropping it stops the work: kept in a variable, it runs beside its owner.

#include "lazy.h"

class [[clang::annotate("corolint::stops_if_dropped")]] running {
public:
  bool is_done() const;
  std::suspend_always operator co_await() &&;
};
running spawn(int job);
lib::task<void> serve();

lib::task<void> serve_with_a_ticker() {
  auto ticker = spawn(1);
  co_await serve();
}

lib::task<void> awaited() {
  auto work = spawn(2);
  co_await serve();
  co_await static_cast<running &&>(work);
}
// CHECK-NONE
