// RUN: %check_rule %s coro-promise-contract
// The coroutine does not stay suspended, or the awaiter knows it already.

#include <coroutine>

bool start();
void start_with(void *);
[[noreturn]] void fail();

struct unless_started {
  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<>) { return start(); }
  void await_resume() const noexcept {}
};

struct never_suspended {
  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<>) {
    start();
    return false;
  }
  void await_resume() const noexcept {}
};

struct other_first {
  std::coroutine_handle<> other;
  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<>) {
    return other;
  }
  void await_resume() const noexcept {}
};

struct known_before {
  std::coroutine_handle<> caller;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) { start_with(caller.address()); }
  void await_resume() const noexcept {}
};

struct hands_itself_out {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) { start_with(this); }
  void await_resume() const noexcept {}
};

struct not_to_be_suspended {
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) { fail(); }
  void await_resume() const noexcept {}
};

// CHECK-NONE
