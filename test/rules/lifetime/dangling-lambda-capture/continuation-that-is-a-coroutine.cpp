// RUN: %check_rule %s coro-dangling-lambda-capture
// A continuation is destroyed when it has returned its future.

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
  return tick().then([id]() -> seastar::future<> {
  // CHECK: :[[@LINE-1]]:22: warning: this lambda is a coroutine and its capture 'id' lives in the lambda object, which 'then' destroys at its first suspension [coro-dangling-lambda-capture]
  // CHECK: :[[@LINE+3]]:5: note: the lambda suspends here
  // CHECK: :[[@LINE+3]]:9: note: 'id' is used here afterwards
  // CHECK: :[[@LINE-4]]:22: note: wrap the lambda in seastar::coroutine::lambda and co_await the whole chain in this statement, or give it an explicit object by value: [...](this auto)
    co_await tick();
    use(id);
  });
}

