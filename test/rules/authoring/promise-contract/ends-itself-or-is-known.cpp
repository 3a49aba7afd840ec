// RUN: %check_rule %s coro-promise-contract
// The coroutine frees itself at its end, or somebody else has its handle.

#include <coroutine>

class ends_itself {
public:
  struct promise_type {
    ends_itself get_return_object() {
      return ends_itself(
          std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { throw; }
  };
  void start() { self_.resume(); }

private:
  explicit ends_itself(std::coroutine_handle<promise_type> self)
      : self_(self) {}
  std::coroutine_handle<promise_type> self_;
};

class gives_it_away {
public:
  struct promise_type {
    gives_it_away get_return_object() {
      return gives_it_away(
          std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { throw; }
  };
  std::coroutine_handle<> release() { return self_; }

private:
  explicit gives_it_away(std::coroutine_handle<promise_type> self)
      : self_(self) {}
  std::coroutine_handle<promise_type> self_;
};

class in_the_open {
public:
  struct promise_type {
    in_the_open get_return_object() {
      return {std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { throw; }
  };
  std::coroutine_handle<promise_type> self;
};

class hidden {
public:
  struct promise_type {
    hidden get_return_object() {
      return hidden(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { throw; }
  };
  void stop(); // nobody can read it

private:
  explicit hidden(std::coroutine_handle<promise_type> self) : self_(self) {}
  std::coroutine_handle<promise_type> self_;
};

// CHECK-NONE
