// RUN: %check_rule %s coro-ignored-error -- -fno-exceptions
// Where there are none, none is lost.

#include <coroutine>
#include <exception>

struct job {
  struct promise_type {
    job get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception() {}
  };
};

// CHECK-NONE
