// RUN: %check_rule %s coro-dangling-lambda-capture
// Wrapped, without captures, no coroutine, or done with them in time.

#include <coroutine>

namespace seastar {
template <class T = void> class future {
public:
  struct promise_type {
    future get_return_object();
    std::suspend_never initial_suspend() noexcept;
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
  template <class F> future then(F) { return future(); }
};
namespace coroutine {
template <class F> struct lambda {
  lambda(F) {}
  future<> operator()() const { return future<>(); }
};
} // namespace coroutine
} // namespace seastar

seastar::future<> tick();
void use(int id);

seastar::future<> run(int id) {
  co_await tick().then(seastar::coroutine::lambda([id]() -> seastar::future<> {
    co_await tick();
    use(id);
  }));
  co_await tick().then([]() -> seastar::future<> {
    co_await tick();
    use(1);
  });
  co_await tick().then([id] {
    use(id);
    return tick();
  });
  co_await tick().then([id]() -> seastar::future<> {
    use(id);
    co_await tick();
  });
}

// CHECK-NONE
