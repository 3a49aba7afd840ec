// RUN: %check_rule %s coro-promise-contract
// Nothing here throws.

#include <coroutine>
#include <exception>

struct resume_caller {
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise>) const noexcept {}
  void await_resume() const noexcept {}
};

struct job {
  struct promise_type {
    job get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    resume_caller final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};

job run() { co_return; }

// CHECK-NONE
