// RUN: %check_rule %s coro-task-reused
// An operator co_await for rvalues only takes the coroutine out of the task.

#include <coroutine>
#include <exception>
#include <utility>

class [[nodiscard]] job {
public:
  struct promise_type {
    job get_return_object() {
      return job(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() const noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  struct awaiter {
    std::coroutine_handle<promise_type> self;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> caller);
    void await_resume();
  };

  job(job &&other) noexcept : self_(std::exchange(other.self_, nullptr)) {}
  ~job() {
    if (self_)
      self_.destroy();
  }
  awaiter operator co_await() &&;
  void start() &&;
  job &&named(const char *) &&;

private:
  explicit job(std::coroutine_handle<promise_type> self) : self_(self) {}
  std::coroutine_handle<promise_type> self_;
};

job save(int id);

job awaited_twice() {
  job work = save(1);
  co_await std::move(work);
  co_await std::move(work);
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' is awaited again; it is empty by then [coro-task-reused]
  // CHECK: :[[@LINE-3]]:3: note: awaited here before
  // CHECK: :[[@LINE-3]]:3: note: keep the result of the first co_await in a variable, or call the coroutine again for another task
}

job started_and_awaited() {
  job work = save(1);
  std::move(work).start();
  co_await std::move(work);
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' is awaited after 'start' took what was in it; it is empty by then [coro-task-reused]
  // CHECK: :[[@LINE-3]]:19: note: 'start' takes it here
  // CHECK: :[[@LINE-3]]:3: note: go on with what 'start' returned
}

job named_and_awaited() {
  job work = save(1);
  co_await std::move(work).named("save");
}
