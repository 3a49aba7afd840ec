// RUN: %check_rule %s coro-discarded-task
// Runs on when dropped, and a failure cannot go unnoticed.

#include <coroutine>
#include <exception>

struct background {
  struct promise_type {
    background get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept {}
};

background beat();

background run() {
  beat();
  co_return;
}

// CHECK-NONE
