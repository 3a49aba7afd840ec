// RUN: %check_rule %s coro-promise-contract
// The operation is started, and nobody is told whom to wake.

#include <coroutine>
#include <functional>

void when_readable(int descriptor, std::function<void()> then);

struct readable {
  int descriptor;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) {
  // CHECK: :[[@LINE-1]]:8: warning: 'await_suspend' of 'readable' loses the handle of the coroutine that awaits; nobody can resume it [coro-promise-contract]
  // CHECK: :[[@LINE-2]]:45: note: this is the only way to the coroutine
  // CHECK: :[[@LINE-3]]:8: note: store the handle where the result arrives, or hand it to what resumes it
    const int watched = 1;
    when_readable(watched, [] {});
  }
  void await_resume() const noexcept {}
};

struct readable_or_not {
  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> caller) {
  // CHECK: :[[@LINE-1]]:8: warning: 'await_suspend' of 'readable_or_not' loses the handle of the coroutine that awaits; nobody can resume it [coro-promise-contract]
  // CHECK: :[[@LINE-2]]:46: note: this is the only way to the coroutine
  // CHECK: :[[@LINE-3]]:8: note: store the handle where the result arrives, or hand it to what resumes it
    when_readable(1, [] {});
    return true;
  }
  void await_resume() const noexcept {}
};
