// What the lazy tasks of several libraries have in common.
#ifndef RECALL_LAZY_BASE_H
#define RECALL_LAZY_BASE_H

#include <coroutine>
#include <exception>
#include <utility>

namespace recall {

struct resume_caller {
  bool await_ready() const noexcept { return false; }
  template <class P>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<P> self) const noexcept {
    return self.promise().caller;
  }
  void await_resume() const noexcept {}
};

struct lazy_promise_base {
  std::coroutine_handle<> caller = std::noop_coroutine();
  std::exception_ptr failure;
  std::suspend_always initial_suspend() const noexcept { return {}; }
  resume_caller final_suspend() const noexcept { return {}; }
  void unhandled_exception() { failure = std::current_exception(); }
};

template <class T> struct lazy_promise : lazy_promise_base {
  T value{};
  void return_value(T v) { value = std::move(v); }
  T result() { return std::move(value); }
};

template <> struct lazy_promise<void> : lazy_promise_base {
  void return_void() {}
  void result() {}
};

} // namespace recall

/// Declares a task type of the given name that owns its frame and begins when
/// it is awaited. The rest of the arguments are more members.
#define RECALL_LAZY_TASK(name, ...)                                            \
  template <class T = void> class [[nodiscard]] name {                         \
  public:                                                                      \
    struct promise_type : recall::lazy_promise<T> {                            \
      name get_return_object() {                                               \
        return name(std::coroutine_handle<promise_type>::from_promise(*this)); \
      }                                                                        \
    };                                                                         \
    name(name &&o) noexcept : self_(std::exchange(o.self_, {})) {}             \
    ~name() {                                                                  \
      if (self_)                                                               \
        self_.destroy();                                                       \
    }                                                                          \
    bool await_ready() const noexcept { return false; }                        \
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) {    \
      self_.promise().caller = caller;                                         \
      return self_;                                                            \
    }                                                                          \
    T await_resume() { return self_.promise().result(); }                      \
    __VA_ARGS__                                                                \
                                                                               \
  private:                                                                     \
    explicit name(std::coroutine_handle<promise_type> self) : self_(self) {}   \
    std::coroutine_handle<promise_type> self_;                                 \
  }

#endif
