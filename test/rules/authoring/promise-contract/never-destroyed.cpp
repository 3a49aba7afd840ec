// RUN: %check_rule %s coro-promise-contract
// The coroutine stays suspended at its end, and nobody else knows it.

#include <coroutine>

class sequence {
// CHECK: :[[@LINE-1]]:7: warning: 'sequence' is all that knows its coroutine, and nothing destroys that; each call leaves a frame behind [coro-promise-contract]
// CHECK: :[[@LINE+9]]:25: note: at its end the coroutine stays suspended
// CHECK: :[[@LINE-3]]:7: note: destroy the coroutine in the destructor of 'sequence'
public:
  struct promise_type {
    int value = 0;
    sequence get_return_object() {
      return sequence(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int v) {
      value = v;
      return {};
    }
    void return_void() {}
    void unhandled_exception() { throw; }
  };
  bool next() {
    self_.resume();
    return !self_.done();
  }
  int value() const { return self_.promise().value; }

private:
  explicit sequence(std::coroutine_handle<promise_type> self) : self_(self) {}
  std::coroutine_handle<promise_type> self_;
};

template <class T> class stream {
// CHECK: :[[@LINE-1]]:26: warning: 'stream' is all that knows its coroutine, and nothing destroys that; each call leaves a frame behind [coro-promise-contract]
// CHECK: :[[@LINE+9]]:25: note: at its end the coroutine stays suspended
// CHECK: :[[@LINE-3]]:26: note: destroy the coroutine in the destructor of 'stream'
public:
  struct promise_type {
    T value{};
    stream get_return_object() {
      return stream(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T v) {
      value = v;
      return {};
    }
    void return_void() {}
    void unhandled_exception() { throw; }
  };
  bool next() {
    self_.resume();
    return !self_.done();
  }

private:
  explicit stream(std::coroutine_handle<promise_type> self) : self_(self) {}
  std::coroutine_handle<promise_type> self_;
};

stream<int> numbers() { co_yield 1; }

