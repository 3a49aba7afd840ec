// RUN: %check_rule %s coro-promise-contract
// Nothing is lost when one of these is dropped, or the compiler says so.

#include <coroutine>
#include <exception>

struct base_promise {
  std::suspend_always final_suspend() noexcept { return {}; }
  void return_void() {}
  void unhandled_exception() { std::terminate(); }
};

struct [[nodiscard]] lazy {
  struct promise_type : base_promise {
    lazy get_return_object() { return {}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
  };
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> caller);
  void await_resume();
};

struct eager {
  struct promise_type : base_promise {
    eager get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
  };
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> caller);
  void await_resume();
};

struct generator {
  struct promise_type : base_promise {
    generator get_return_object() { return {}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int) { return {}; }
  };
};

// CHECK-NONE
