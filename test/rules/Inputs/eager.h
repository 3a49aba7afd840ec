// Eager coroutine types: one to be awaited, one to be forgotten, and one that
// cancels its work when it is dropped.
#ifndef INPUTS_EAGER_H
#define INPUTS_EAGER_H

#include <coroutine>
#include <exception>
#include <utility>

namespace lib {

/// Runs on when it is dropped; a failure is kept for whoever awaits it.
template <class T = void> class job {
public:
  struct promise_type {
    std::exception_ptr failure;
    job get_return_object() { return {}; }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { failure = std::current_exception(); }
  };
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  T await_resume() { return T(); }
};

/// Cannot be awaited: fire and forget.
struct detached {
  struct promise_type {
    detached get_return_object() { return {}; }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};

/// Eager, and its destructor ends the work where it stands.
class attached {
public:
  struct promise_type {
    std::exception_ptr failure;
    attached get_return_object() {
      return attached(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() const noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { failure = std::current_exception(); }
  };
  attached(attached &&other) noexcept : self_(std::exchange(other.self_, {})) {}
  ~attached() {
    if (self_)
      self_.destroy();
  }
  bool await_ready() const noexcept { return self_.done(); }
  void await_suspend(std::coroutine_handle<>) {}
  void await_resume() {}

private:
  explicit attached(std::coroutine_handle<promise_type> self) : self_(self) {}
  std::coroutine_handle<promise_type> self_;
};

/// A synchronous generator.
template <class T> class generator {
public:
  struct promise_type {
    T current{};
    generator get_return_object() {
      return generator(
          std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() const noexcept { return {}; }
    std::suspend_always yield_value(T value) {
      current = std::move(value);
      return {};
    }
    void return_void() {}
    void unhandled_exception() { throw; }
  };
  generator(generator &&other) noexcept
      : self_(std::exchange(other.self_, {})) {}
  ~generator() {
    if (self_)
      self_.destroy();
  }
  bool next() {
    self_.resume();
    return !self_.done();
  }
  T value() const { return self_.promise().current; }

private:
  explicit generator(std::coroutine_handle<promise_type> self) : self_(self) {}
  std::coroutine_handle<promise_type> self_;
};

} // namespace lib

#endif
