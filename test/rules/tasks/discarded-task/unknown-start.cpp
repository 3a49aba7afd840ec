// RUN: %check_rule %s coro-discarded-task
// Lazy or eager: this file cannot tell, so nothing is said.

#include <coroutine>

class task {
public:
  struct promise_type;
  bool await_ready() const;
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};

struct start_policy {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const noexcept;
  void await_resume() const noexcept;
};
class other_task {
public:
  struct promise_type {
    other_task get_return_object();
    start_policy initial_suspend();
    std::suspend_always final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
  bool await_ready() const;
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};

task save(int id);
other_task load(int id);

other_task handle(int id) {
  save(id);
  load(id);
  co_return;
}

// CHECK-NONE
