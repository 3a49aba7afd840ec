// RUN: %check_rule %s coro-promise-contract
// The coroutine goes as the last step, or is only stored.

#include <coroutine>
#include <thread>
#include <vector>

struct last_step {
  int count = 0;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> caller) {
    ++count;
    std::thread([caller] { caller.resume(); }).detach();
  }
  void await_resume() const noexcept {}
};

struct stored {
  std::coroutine_handle<> waiting;
  int count = 0;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> caller) {
    waiting = caller;
    ++count;
  }
  void await_resume() const noexcept {}
};

struct for_a_local {
  std::vector<int> *all;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> caller) {
    auto *local = all;
    caller.resume();
    local->push_back(1);
  }
  void await_resume() const noexcept {}
};

struct on_another_path {
  bool now;
  int count = 0;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> caller) {
    if (now) {
      caller.resume();
      return;
    }
    ++count;
  }
  void await_resume() const noexcept {}
};

// CHECK-NONE
