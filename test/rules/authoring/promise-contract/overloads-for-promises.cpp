// RUN: %check_rule %s coro-promise-contract
// A template for any promise keeps the handle as any other function does.

#include <coroutine>

struct waiter {
  std::coroutine_handle<> caller;
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  bool await_suspend(std::coroutine_handle<Promise> h) {
    caller = h;
    return true;
  }
  void await_resume() const noexcept {}
};

void use() { waiter().await_suspend(std::noop_coroutine()); }

// CHECK-NONE
