// RUN: %check_rule %s coro-promise-contract
// An await_suspend that throws resumes the coroutine with the exception.

#include <coroutine>
#include <stdexcept>

void log(const char *text);

struct forbidden {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) {
    log("not here");
    throw std::logic_error("not here");
  }
  void await_resume() const noexcept {}
};

// CHECK-NONE
