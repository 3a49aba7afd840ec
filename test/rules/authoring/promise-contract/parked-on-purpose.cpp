// RUN: %check_rule %s coro-promise-contract
// An empty await_suspend leaves the coroutine to its owner.

#include <coroutine>

struct park {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept {}
};

struct park_if_needed {
  bool ready;
  bool await_ready() const noexcept { return ready; }
  constexpr void await_suspend(std::coroutine_handle<> caller) const noexcept {}
  void await_resume() const noexcept {}
};

// CHECK-NONE
