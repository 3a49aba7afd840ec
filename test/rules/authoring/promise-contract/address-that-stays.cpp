// RUN: %check_rule %s coro-promise-contract
// The awaiter cannot move, somebody has thought of moving, or it registers
// itself when it is suspended.

#include <coroutine>

struct event {
  void *first = nullptr;
};

struct pinned {
  explicit pinned(event &on) { on.first = this; }
  pinned(const pinned &) = delete;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  void await_resume() const noexcept {}
};

struct registered_again {
  event &on;
  explicit registered_again(event &on) : on(on) { on.first = this; }
  registered_again(registered_again &&other) : on(other.on) { on.first = this; }
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  void await_resume() const noexcept {}
};

struct registered_late {
  event &on;
  std::coroutine_handle<> caller;
  explicit registered_late(event &on) : on(on) {}
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> h) {
    caller = h;
    on.first = this;
  }
  void await_resume() const noexcept {}
};

// CHECK-NONE
