// RUN: %check_rule %s coro-task-reused
// A coroutine that yields has another value at each await.

#include "lazy.h"
#include <memory>
#include <optional>
#include <utility>

template <class T> class stream {
public:
  struct promise_type {
    std::optional<T> slot;
    stream get_return_object() {
      return stream(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T value) {
      slot = std::move(value);
      return {};
    }
    void return_void() {}
    void unhandled_exception();
  };

  explicit stream(std::coroutine_handle<promise_type> coroutine)
      : coroutine_(coroutine) {}
  stream(stream &&other) noexcept
      : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
  ~stream();

  bool await_ready() const { return coroutine_.promise().slot.has_value(); }
  void await_suspend(std::coroutine_handle<> waiter);
  std::optional<T> await_resume() {
    std::optional<T> value = std::move(coroutine_.promise().slot);
    coroutine_.promise().slot.reset();
    return value;
  }

private:
  std::coroutine_handle<promise_type> coroutine_;
};

stream<std::unique_ptr<int>> lines();
void show(const std::unique_ptr<int> &line);

lib::task<void> show_all() {
  stream<std::unique_ptr<int>> source = lines();
  while (std::optional<std::unique_ptr<int>> line = co_await source)
    show(*line);
}

// CHECK-NONE
