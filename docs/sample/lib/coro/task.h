// A lazy task: its body starts when the task is awaited.

#ifndef CORO_TASK_H
#define CORO_TASK_H

#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

namespace coro {

namespace detail {

struct resume_awaiter {
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> done) const noexcept {
    return done.promise().continuation;
  }
  void await_resume() const noexcept {}
};

struct promise_base {
  std::coroutine_handle<> continuation = std::noop_coroutine();
  std::exception_ptr error;

  std::suspend_always initial_suspend() const noexcept { return {}; }
  resume_awaiter final_suspend() const noexcept { return {}; }
  void unhandled_exception() noexcept { error = std::current_exception(); }
};

template <class T> struct promise : promise_base {
  std::optional<T> value;

  template <class U> void return_value(U &&u) {
    value.emplace(std::forward<U>(u));
  }
  T take() {
    if (error)
      std::rethrow_exception(error);
    return std::move(*value);
  }
};

template <> struct promise<void> : promise_base {
  void return_void() const noexcept {}
  void take() const {
    if (error)
      std::rethrow_exception(error);
  }
};

} // namespace detail

template <class T = void> class task {
public:
  struct promise_type : detail::promise<T> {
    task get_return_object() {
      return task(std::coroutine_handle<promise_type>::from_promise(*this));
    }
  };

  task(task &&other) noexcept : frame_(std::exchange(other.frame_, {})) {}
  task &operator=(task &&other) noexcept {
    std::swap(frame_, other.frame_);
    return *this;
  }
  ~task() {
    if (frame_)
      frame_.destroy();
  }

  auto operator co_await() && noexcept {
    struct awaiter {
      std::coroutine_handle<promise_type> frame;

      bool await_ready() const noexcept { return false; }
      std::coroutine_handle<>
      await_suspend(std::coroutine_handle<> caller) const noexcept {
        frame.promise().continuation = caller;
        return frame;
      }
      T await_resume() const { return frame.promise().take(); }
    };
    return awaiter{frame_};
  }

private:
  explicit task(std::coroutine_handle<promise_type> frame) : frame_(frame) {}

  std::coroutine_handle<promise_type> frame_;
};

} // namespace coro

#endif
