// RUN: %check_rule %s coro-task-reused
// What the default constructor puts into the task cannot be seen.

#include <coroutine>
#include <exception>

class job {
public:
  struct promise_type {
    job get_return_object();
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() const noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  job();
  job(job &&other) noexcept;
  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller);
  void await_resume();
};

job nothing() {
  job work;
  co_await work;
}

// CHECK-NONE
