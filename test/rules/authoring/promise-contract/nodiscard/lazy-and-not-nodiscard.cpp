// RUN: %check_rule %s coro-promise-contract
// The attribute is offered as a fix.

#include <coroutine>
#include <exception>
#include <utility>

struct base_promise {
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() { std::terminate(); }
};

class job {
// CHECK: :[[@LINE-1]]:7: warning: lazy task 'job' is not [[nodiscard]]; a call whose task is dropped does nothing and compiles without a warning [coro-promise-contract]
// CHECK: :[[@LINE-2]]:7: note: declare it [[nodiscard]]
public:
  struct promise_type : base_promise {
    job get_return_object() {
      return job(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    void return_void() {}
  };
  job(job &&other) noexcept : self_(std::exchange(other.self_, nullptr)) {}
  ~job() {
    if (self_)
      self_.destroy();
  }
  bool await_ready() const noexcept { return self_.done(); }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller);
  void await_resume() const noexcept {}

private:
  explicit job(std::coroutine_handle<promise_type> self) : self_(self) {}
  std::coroutine_handle<promise_type> self_;
};

template <class T> struct task {
// CHECK: :[[@LINE-1]]:27: warning: lazy task 'task' is not [[nodiscard]]; a call whose task is dropped does nothing and compiles without a warning [coro-promise-contract]
// CHECK: :[[@LINE-2]]:27: note: declare it [[nodiscard]]
  struct promise_type : base_promise {
    task get_return_object() { return {}; }
    void return_value(T) {}
  };
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> caller);
  T await_resume();
};

task<int> count() { co_return 1; }
task<long> count_more() { co_return 1; }
