// RUN: %check_rule %s coro-discarded-task
// Whether this task is lazy is decided in another file. That its result is not
// to be thrown away stands at the class.

#include <coroutine>

struct start_policy {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const noexcept;
  void await_resume() const noexcept;
};

class [[nodiscard]] task {
public:
  struct promise_type {
    task get_return_object();
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

// Found: without a claim that it never runs.
task handle(int id) {
  save(id);
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'save' is dropped; nobody waits for its end or sees its failure [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Not found.
task handle_well(int id) { co_await save(id); }
