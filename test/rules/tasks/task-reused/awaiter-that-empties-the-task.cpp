// RUN: %check_rule %s coro-task-reused
// operator co_await hands the coroutine to the awaiter, whatever it is called
// on, or the end of the wait destroys it.

#include <coroutine>
#include <exception>
#include <utility>

struct promise_base {
  std::suspend_always initial_suspend() const noexcept { return {}; }
  std::suspend_always final_suspend() const noexcept { return {}; }
  void return_void() {}
  void unhandled_exception() { std::terminate(); }
};

struct taken {
  struct promise_type : promise_base {
    taken get_return_object();
  };
  struct awaiter {
    std::coroutine_handle<promise_type> self;
    bool await_ready() const noexcept { return !self || self.done(); }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller);
    void await_resume() { self.promise(); }
  };
  taken(taken &&other) noexcept : self(std::exchange(other.self, nullptr)) {}
  auto operator co_await() { return awaiter{std::exchange(self, nullptr)}; }
  std::coroutine_handle<promise_type> self;
};

struct destroyed {
  struct promise_type : promise_base {
    destroyed get_return_object();
  };
  destroyed(destroyed &&other) noexcept
      : self(std::exchange(other.self, nullptr)) {}
  bool await_ready() const noexcept { return self.done(); }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller);
  void await_resume() { self.destroy(); }
  std::coroutine_handle<promise_type> self;
};

taken take();
destroyed destroy();

taken taken_twice() {
  auto work = take();
  co_await work;
  co_await work;
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' is awaited again; it is empty by then [coro-task-reused]
  // CHECK: :[[@LINE-3]]:3: note: awaited here before
  // CHECK: :[[@LINE-3]]:3: note: keep the result of the first co_await in a variable, or call the coroutine again for another task
}

destroyed destroyed_twice() {
  auto work = destroy();
  co_await work;
  co_await work;
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' is awaited again; it is empty by then [coro-task-reused]
  // CHECK: :[[@LINE-3]]:3: note: awaited here before
  // CHECK: :[[@LINE-3]]:3: note: keep the result of the first co_await in a variable, or call the coroutine again for another task
}
