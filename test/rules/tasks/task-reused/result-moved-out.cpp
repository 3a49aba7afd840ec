// RUN: %check_rule %s coro-task-reused
// The task may be awaited again, but its string is gone.

#include <coroutine>
#include <exception>
#include <string>
#include <utility>

template <class T> class job {
public:
  struct promise_type {
    T value{};
    job get_return_object();
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() const noexcept { return {}; }
    void return_value(T v) { value = std::move(v); }
    void unhandled_exception() { std::terminate(); }
  };
  job(job &&other) noexcept : self_(std::exchange(other.self_, nullptr)) {}
  ~job() { self_.destroy(); }
  bool await_ready() const noexcept { return self_.done(); }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller);
  T await_resume() { return std::move(self_.promise().value); }

private:
  std::coroutine_handle<promise_type> self_;
};

job<std::string> read();
job<int> count();

job<int> read_twice() {
  auto text = read();
  const std::string first = co_await text;
  const std::string second = co_await text;
  // CHECK: :[[@LINE-1]]:30: warning: task 'text' is awaited again; the first co_await has moved its result out [coro-task-reused]
  // CHECK: :[[@LINE-3]]:29: note: awaited here before
  // CHECK: :[[@LINE-3]]:30: note: keep the result of the first co_await in a variable, or call the coroutine again for another task
  co_return static_cast<int>(first.size() + second.size());
}

// A number is still there when it was moved.
job<int> counted_twice() {
  auto number = count();
  co_return co_await number + co_await number;
}
