// RUN: %check_rule %s coro-dangling-lambda-capture
// Functions that keep their callable no longer than the call of it.

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
  void get();
  template <class F> future then(F) { return future(); }
};
class semaphore {};
template <class F> future<> with_semaphore(semaphore &, unsigned, F &&) {
  return future<>();
}
template <class Stop, class F> future<> do_until(Stop, F) { return future<>(); }
namespace coroutine {
template <class F> struct lambda {
  lambda(F) {}
  future<> operator()() const { return future<>(); }
};
} // namespace coroutine
} // namespace seastar

seastar::future<> tick();
void use(int id);

seastar::future<> awaits_beside_the_lock(seastar::semaphore &sem, int id) {
  co_await seastar::with_semaphore(sem, 1, [id]() -> seastar::future<> {
  // CHECK: :[[@LINE-1]]:44: warning: this lambda is a coroutine and its capture 'id' lives in the lambda object, which 'with_semaphore' destroys at its first suspension [coro-dangling-lambda-capture]
  // CHECK: :[[@LINE+3]]:5: note: the lambda suspends here
  // CHECK: :[[@LINE+3]]:9: note: 'id' is used here afterwards
  // CHECK: :[[@LINE-4]]:44: note: wrap the lambda in seastar::coroutine::lambda and co_await the call in this statement, or give it an explicit object by value: [...](this auto)
    co_await tick();
    use(id);
  });
}

seastar::future<> repeats(int id) {
  return seastar::do_until([] { return false; }, [id]() -> seastar::future<> {
  // CHECK: :[[@LINE-1]]:50: warning: this lambda is a coroutine and its capture 'id' lives in the lambda object, which 'do_until' destroys at its first suspension [coro-dangling-lambda-capture]
  // CHECK: :[[@LINE+3]]:5: note: the lambda suspends here
  // CHECK: :[[@LINE+3]]:9: note: 'id' is used here afterwards
  // CHECK: :[[@LINE-4]]:50: note: wrap the lambda in seastar::coroutine::lambda and co_await the call in this statement, or give it an explicit object by value: [...](this auto)
    co_await tick();
    use(id);
  });
}

seastar::future<> is_kept_alive(seastar::semaphore &sem, int id) {
  co_await seastar::with_semaphore(
      sem, 1, seastar::coroutine::lambda([id]() -> seastar::future<> {
        co_await tick();
        use(id);
      }));
}

seastar::future<> is_no_coroutine(seastar::semaphore &sem, int id) {
  return seastar::with_semaphore(sem, 1, [id] {
    use(id);
    return tick();
  });
}
