// RUN: %check_rule %s coro-sequential-await
// An object that is awaited twice on purpose.

#include "client.h"

struct timer {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  int await_resume();
};
cppcoro::task<> run(timer &t) {
  auto a = co_await t;
  auto b = co_await t;
  use(a, b);
}

// CHECK-NONE
