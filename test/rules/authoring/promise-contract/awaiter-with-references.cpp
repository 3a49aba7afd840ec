// RUN: %check_rule %s coro-promise-contract
// What the awaiter refers to may know who awaits.

#include <coroutine>

struct loop {
  void suspend_current();
};

struct yield {
  loop &on;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) { on.suspend_current(); }
  void await_resume() const noexcept {}
};

// CHECK-NONE
