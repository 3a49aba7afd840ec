// RUN: %check_rule %s coro-promise-contract
// Each link of a chain of coroutines takes stack until all are done.

#include <coroutine>

struct runs_inside {
  std::coroutine_handle<> other;
  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> caller) {
    other.resume();
    // CHECK: :[[@LINE-1]]:5: warning: 'await_suspend' resumes a coroutine on its own stack; a chain of them overflows it [coro-promise-contract]
    // CHECK: :[[@LINE-2]]:5: note: return the handle from 'await_suspend' instead
    return caller != other;
  }
  void await_resume() const noexcept {}
};
