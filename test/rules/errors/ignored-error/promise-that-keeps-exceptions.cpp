// RUN: %check_rule %s coro-ignored-error
// Kept, thrown on, ending the program, or declared only.

#include <coroutine>
#include <exception>

struct keeps {
  struct promise_type {
    keeps get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception() { failure = std::current_exception(); }
    std::exception_ptr failure;
  };
};
struct throws {
  struct promise_type {
    throws get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception() { throw; }
  };
};
struct ends {
  struct promise_type {
    ends get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception() { std::terminate(); }
  };
};
struct declared {
  struct promise_type {
    declared get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
};

// CHECK-NONE
