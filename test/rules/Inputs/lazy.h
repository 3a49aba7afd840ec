// A lazy task as most code bases write it, and a wait for it.
#ifndef INPUTS_LAZY_H
#define INPUTS_LAZY_H

#include <coroutine>
#include <exception>
#include <semaphore>
#include <utility>

namespace lib {

namespace detail {

struct resume_caller {
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> self) const noexcept {
    return self.promise().caller;
  }
  void await_resume() const noexcept {}
};

struct promise_base {
  std::coroutine_handle<> caller = std::noop_coroutine();
  std::exception_ptr failure;

  std::suspend_always initial_suspend() const noexcept { return {}; }
  resume_caller final_suspend() const noexcept { return {}; }
  void unhandled_exception() { failure = std::current_exception(); }
};

template <class T> struct promise : promise_base {
  T value{};
  void return_value(T v) { value = std::move(v); }
  T result() {
    if (failure)
      std::rethrow_exception(failure);
    return std::move(value);
  }
};

template <> struct promise<void> : promise_base {
  void return_void() {}
  void result() {
    if (failure)
      std::rethrow_exception(failure);
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

  task() = default;
  task(task &&other) noexcept : self_(std::exchange(other.self_, {})) {}
  task &operator=(task &&other) noexcept {
    std::swap(self_, other.self_);
    return *this;
  }
  ~task() {
    if (self_)
      self_.destroy();
  }

  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) {
    self_.promise().caller = caller;
    return self_;
  }
  T await_resume() { return self_.promise().result(); }

  bool valid() const { return static_cast<bool>(self_); }
  void resume() { self_.resume(); }

private:
  explicit task(std::coroutine_handle<promise_type> self) : self_(self) {}
  std::coroutine_handle<promise_type> self_;
};

namespace detail {

struct run_and_signal {
  struct promise_type {
    std::binary_semaphore *done = nullptr;
    run_and_signal get_return_object() { return {}; }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};

template <class T>
run_and_signal drive(task<T> work, std::binary_semaphore &done, T &into) {
  into = co_await work;
  done.release();
}

inline run_and_signal drive(task<void> work, std::binary_semaphore &done) {
  co_await work;
  done.release();
}

} // namespace detail

template <class T> T sync_wait(task<T> work) {
  std::binary_semaphore done(0);
  T result{};
  detail::drive(std::move(work), done, result);
  done.acquire();
  return result;
}

inline void sync_wait(task<void> work) {
  std::binary_semaphore done(0);
  detail::drive(std::move(work), done);
  done.acquire();
}

} // namespace lib

#endif
