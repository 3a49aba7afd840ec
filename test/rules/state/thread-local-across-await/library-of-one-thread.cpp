// RUN: %check_rule %s coro-thread-local-across-await
// Where a coroutine is always resumed on its own thread, its thread_local
// variables stay the same.

#include <coroutine>
#include <utility>

namespace kj {
template <class T> class Promise {
public:
  struct promise_type {
    Promise get_return_object();
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception();
    void return_value(T value);
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};
} // namespace kj

thread_local int current;
kj::Promise<int> fetch(int id);

kj::Promise<int> refresh(int id) {
  int &now = current;
  current = co_await fetch(id);
  current = 1;
  int last = co_await fetch(2);
  co_return now + current + last;
}

// CHECK-NONE
