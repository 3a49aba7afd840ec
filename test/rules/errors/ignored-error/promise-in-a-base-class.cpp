// RUN: %check_rule %s coro-ignored-error
// The base of all promises of a library.

#include <coroutine>

struct promise_base {
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void *get_return_object();
  void unhandled_exception() {}
  // CHECK: :[[@LINE-1]]:8: warning: 'unhandled_exception' does nothing; an exception that leaves a coroutine of this type vanishes, and whoever awaits it goes on as if it had succeeded [coro-ignored-error]
  // CHECK: :[[@LINE-2]]:8: note: keep std::current_exception() and rethrow it where the coroutine is awaited, or call std::terminate()
};

