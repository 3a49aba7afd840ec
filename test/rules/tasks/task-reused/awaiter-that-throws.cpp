// An awaiter that asks whether there is a coroutine and throws if there is none
// does not do well with an empty task; one that is ready then does.
// RUN: %check_rule %s coro-task-reused

#include <coroutine>
#include <utility>

[[noreturn]] void throw_empty();

template <bool Throws> struct task {
  struct promise_type {
    task get_return_object() {
      return task(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };

  struct awaiter {
    bool await_ready() const {
      if (!handle) {
        if constexpr (Throws)
          throw_empty();
        return true;
      }
      return false;
    }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<>) { return handle; }
    void await_resume() {}
    std::coroutine_handle<promise_type> handle;
  };

  explicit task(std::coroutine_handle<promise_type> made) : handle(made) {}
  task(task &&other) : handle(std::exchange(other.handle, {})) {}
  ~task();
  awaiter operator co_await() && { return {std::exchange(handle, {})}; }

private:
  std::coroutine_handle<promise_type> handle;
};

task<true> throws();
task<false> forgives();

task<true> bad() {
  auto work = throws();
  co_await std::move(work);
  co_await std::move(work);
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' is awaited again; it is empty by then [coro-task-reused]
  // CHECK: :[[@LINE-3]]:3: note: awaited here before
  // CHECK: :[[@LINE-3]]:3: note: keep the result of the first co_await in a variable, or call the coroutine again for another task
}

task<true> good() {
  auto work = forgives();
  co_await std::move(work);
  co_await std::move(work);
}
