// RUN: %check_rule %s coro-sequential-await
// Seastar has words of its own.

#include <coroutine>
namespace seastar {
template <class T> class future {
public:
  struct promise_type {
    future get_return_object();
    std::suspend_never initial_suspend() noexcept;
    std::suspend_never final_suspend() noexcept;
    void return_value(T value);
    void unhandled_exception();
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};
} // namespace seastar
seastar::future<int> fetch(int id);
seastar::future<int> sum() {
  int a = co_await fetch(1);
  int b = co_await fetch(2);
  // CHECK: :[[@LINE-1]]:11: warning: 'fetch' begins only when 'fetch' is done, and needs nothing of it; their times add up [coro-sequential-await]
  // CHECK: :[[@LINE-3]]:11: note: awaited first
  // CHECK: :[[@LINE-3]]:11: note: await them together: seastar::coroutine::all(...) or seastar::when_all_succeed(...)
  co_return a + b;
}

