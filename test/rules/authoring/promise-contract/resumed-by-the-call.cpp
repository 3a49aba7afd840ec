// RUN: %check_rule %s coro-promise-contract
// Resuming in place is reported only if it is asked for.

#include <coroutine>

struct runs_inside {
  std::coroutine_handle<> other;
  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> caller) {
    other.resume();
    return caller != other;
  }
  void await_resume() const noexcept {}
};

// CHECK-NONE
