// RUN: %check_rule %s coro-sync-wait
// An eager coroutine that never suspends is done when it returns.

#include <coroutine>
#include <exception>

namespace seastar {
template <class T> class future {
public:
  struct promise_type {
    future get_return_object();
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void unhandled_exception();
    void return_value(T value);
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
  T get();
};
} // namespace seastar
seastar::future<int> zero() { co_return 0; }
seastar::future<int> one() {
  co_await std::suspend_never();
  co_return 1;
}

seastar::future<int> asks_what_is_done() {
  co_return zero().get() + one().get();
}
// CHECK-NONE
