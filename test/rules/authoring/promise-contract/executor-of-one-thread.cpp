// RUN: %check_rule %s coro-promise-contract
// What the loop runs later runs after await_suspend; whether another thread
// does is not known.

#include <coroutine>
#include <functional>

void post(std::function<void()> work);

struct posted {
  int count = 0;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> caller) {
    post([caller] { caller.resume(); });
    ++count;
  }
  void await_resume() const noexcept {}
};

// CHECK-NONE
