// RUN: %check_rule %s coro-promise-contract
// An event is awaited by many and owned by somebody else.

#include <coroutine>
#include <thread>

class event {
public:
  void set();
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> caller) {
    std::thread([caller] { caller.resume(); }).detach();
    ++waiting_;
  }
  void await_resume() const noexcept {}

private:
  int waiting_ = 0;
};

// CHECK-NONE
