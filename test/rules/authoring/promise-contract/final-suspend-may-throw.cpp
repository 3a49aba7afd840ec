// RUN: %check_rule %s coro-promise-contract
// Nobody can catch what the last suspension throws.

#include <coroutine>
#include <exception>

struct first {
  struct promise_type {
    first get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() { return {}; }
    // CHECK: :[[@LINE-1]]:25: warning: 'final_suspend' is not noexcept; after the end of a coroutine nobody can catch what it throws [coro-promise-contract]
    // CHECK: :[[@LINE-2]]:25: note: declare it noexcept; compilers refuse coroutines without
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};

struct second {
  struct to_caller {
    bool await_ready() noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) {}
    // CHECK: :[[@LINE-1]]:10: warning: 'await_suspend' of the awaiter of 'final_suspend' is not noexcept; after the end of a coroutine nobody can catch what it throws [coro-promise-contract]
    // CHECK: :[[@LINE+7]]:15: note: awaited at the end of every coroutine
    // CHECK: :[[@LINE-3]]:10: note: declare it noexcept; compilers refuse coroutines without
    void await_resume() noexcept {}
  };
  struct promise_type {
    second get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    to_caller final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};
