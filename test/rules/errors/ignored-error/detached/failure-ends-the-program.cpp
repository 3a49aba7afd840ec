// RUN: %check_rule %s coro-ignored-error
// The promise tells everybody.

#include <coroutine>
#include <exception>

struct job {
  struct promise_type {
    job get_return_object() { return {}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};

[[clang::annotate("corolint::drops_failures")]] void
go([[clang::annotate("corolint::spawns")]] job work);

job save() {
  throw 1;
  co_return;
}

void start() { go(save()); }

// CHECK-NONE
