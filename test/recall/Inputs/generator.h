// A generator as in C++23: it begins when begin() is called.
#ifndef RECALL_GENERATOR_H
#define RECALL_GENERATOR_H

#include <coroutine>
#include <exception>
#include <iterator>
#include <utility>

namespace recall {

template <class T> class [[nodiscard]] generator {
public:
  struct promise_type {
    const T *value = nullptr;
    generator get_return_object() {
      return generator(
          std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() const noexcept { return {}; }
    std::suspend_always yield_value(const T &v) noexcept {
      value = &v;
      return {};
    }
    void return_void() const noexcept {}
    void unhandled_exception() { std::terminate(); }
  };
  class iterator {
  public:
    explicit iterator(std::coroutine_handle<promise_type> of) : of_(of) {}
    const T &operator*() const { return *of_.promise().value; }
    iterator &operator++() {
      of_.resume();
      return *this;
    }
    bool operator==(std::default_sentinel_t) const { return of_.done(); }

  private:
    std::coroutine_handle<promise_type> of_;
  };
  generator(generator &&o) noexcept : self_(std::exchange(o.self_, {})) {}
  ~generator() {
    if (self_)
      self_.destroy();
  }
  iterator begin() {
    self_.resume();
    return iterator(self_);
  }
  std::default_sentinel_t end() const noexcept { return {}; }

private:
  explicit generator(std::coroutine_handle<promise_type> self) : self_(self) {}
  std::coroutine_handle<promise_type> self_;
};

} // namespace recall

#endif
