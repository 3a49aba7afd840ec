// RUN: %check_rule %s coro-task-reused
// The awaiter asks whether the coroutine has ended and gives a reference to
// what it keeps, as cppcoro's and libcoro's tasks do for lvalues.

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
  struct awaiter_base {
    std::coroutine_handle<promise_type> self;
    bool await_ready() const noexcept { return !self || self.done(); }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) {
      return self;
    }
  };
  job(job &&other) noexcept : self_(std::exchange(other.self_, nullptr)) {}
  ~job() { self_.destroy(); }
  auto operator co_await() const & noexcept {
    struct awaiter : awaiter_base {
      T &await_resume() { return this->self.promise().value; }
    };
    return awaiter{{self_}};
  }

private:
  std::coroutine_handle<promise_type> self_;
};

job<std::string> read();

job<std::string> read_twice() {
  auto text = read();
  std::string both = co_await text;
  both += co_await text;
  co_return both;
}

// CHECK-NONE
