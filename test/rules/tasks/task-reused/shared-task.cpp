// RUN: %check_rule %s coro-task-reused
// A task that is made to be awaited often: it keeps its result, asks whether
// its coroutine has ended, and can be copied.

#include <coroutine>
#include <exception>
#include <memory>
#include <string>

template <class T> class shared {
public:
  struct promise_type {
    T value{};
    shared get_return_object();
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() const noexcept { return {}; }
    void return_value(T v) { value = std::move(v); }
    void unhandled_exception() { std::terminate(); }
  };
  bool await_ready() const noexcept { return state_->done(); }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller);
  const T &await_resume() const { return state_->promise().value; }

private:
  std::shared_ptr<std::coroutine_handle<promise_type>> state_;
};

shared<std::string> read();
void keep(shared<std::string> work);

shared<std::string> read_twice() {
  auto text = read();
  std::string both = co_await text;
  both += co_await text;
  keep(std::move(text));
  co_return both;
}

shared<std::string> in_a_loop(int rounds) {
  auto text = read();
  std::string all;
  while (rounds-- > 0)
    all += co_await text;
  co_return all;
}

// CHECK-NONE
