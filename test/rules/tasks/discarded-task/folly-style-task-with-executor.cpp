// RUN: %check_rule %s coro-discarded-task
// A lazy task is bound to an executor, and the outcome is still lazy.

#include <coroutine>
#include <utility>

class executor;

struct [[nodiscard]] bound_task {
  struct awaiter {
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) {}
    int await_resume() { return 0; }
  };
  void start() &&;
  awaiter operator co_await() &&;
};

struct [[nodiscard]] task {
  struct promise_type {
    task get_return_object();
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() {}
    void return_value(int) {}
  };
  bound_task schedule_on(executor *) &&;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  int await_resume() { return 0; }
};

task fetch(int id);

// Found twice: schedule_on starts nothing by itself, nor does a variable.
task handle(executor *workers) {
  fetch(1).schedule_on(workers);
  // CHECK: :[[@LINE-1]]:3: warning: the awaitable returned by 'schedule_on' is dropped; it works only when it is awaited [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it
  auto bound = fetch(2).schedule_on(workers);
  // CHECK: :[[@LINE-1]]:8: warning: awaitable 'bound' is never awaited; it works only when it is awaited [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:8: note: co_await it
  co_return 0;
}

// Not found: started, awaited, and returned.
task handle_well(executor *workers) {
  fetch(1).schedule_on(workers).start();
  auto bound = fetch(2).schedule_on(workers);
  co_return co_await std::move(bound);
}
bound_task prepare(executor *workers) { return fetch(3).schedule_on(workers); }
