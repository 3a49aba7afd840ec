// RUN: %check_rule %s coro-promise-contract
// The handle goes somewhere.

#include <coroutine>
#include <vector>

void wake_later(void *coroutine);
std::vector<std::coroutine_handle<>> waiting;

struct queued {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> caller) {
    waiting.push_back(caller);
  }
  void await_resume() const noexcept {}
};

struct by_address {
  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> caller) {
    wake_later(caller.address());
    return true;
  }
  void await_resume() const noexcept {}
};

struct in_a_lambda {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> caller) {
    auto then = [caller] { caller.resume(); };
    wake_later(&then);
  }
  void await_resume() const noexcept {}
};

// CHECK-NONE
