// RUN: %check_rule %s coro-ignored-error
// Whoever awaits it cannot tell success from failure.

#include <coroutine>
#include <exception>

struct job {
  struct promise_type {
    job get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception() {}
    // CHECK: :[[@LINE-1]]:10: warning: 'unhandled_exception' does nothing; an exception that leaves a coroutine of this type vanishes, and whoever awaits it goes on as if it had succeeded [coro-ignored-error]
    // CHECK: :[[@LINE-2]]:10: note: keep std::current_exception() and rethrow it where the coroutine is awaited, or call std::terminate()
  };
};

template <class T> struct task {
  struct promise_type {
    task get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void return_value(T value);
    void unhandled_exception() noexcept {}
    // CHECK: :[[@LINE-1]]:10: warning: 'unhandled_exception' does nothing; an exception that leaves a coroutine of this type vanishes, and whoever awaits it goes on as if it had succeeded [coro-ignored-error]
    // CHECK: :[[@LINE-2]]:10: note: keep std::current_exception() and rethrow it where the coroutine is awaited, or call std::terminate()
  };
};
task<int> one() { co_return 1; }

