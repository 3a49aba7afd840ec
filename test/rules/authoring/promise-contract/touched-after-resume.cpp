// RUN: %check_rule %s coro-promise-contract
// Once it is resumed, the coroutine may end the co_await and the awaiter.

#include <coroutine>
#include <thread>

struct step {
  int count = 0;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> caller) {
    caller.resume();
    ++count;
    // CHECK: :[[@LINE-1]]:7: warning: member 'count' of the awaiter is used after its coroutine was resumed; by then the coroutine may have destroyed the awaiter [coro-promise-contract]
    // CHECK: :[[@LINE-3]]:5: note: the coroutine may go on from here
    // CHECK: :[[@LINE-3]]:7: note: copy what is needed into a local variable first, and let the coroutine go as the last step
  }
  void await_resume() const noexcept {}
};

struct on_thread {
  std::thread *worker;
  bool started = false;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> caller) {
    std::thread([caller] { caller(); }).detach();
    started = true;
    // CHECK: :[[@LINE-1]]:5: warning: member 'started' of the awaiter is used after its coroutine was handed to the constructor of 'std::thread'; by then the coroutine may have destroyed the awaiter [coro-promise-contract]
    // CHECK: :[[@LINE-3]]:5: note: the coroutine may go on from here
    // CHECK: :[[@LINE-3]]:5: note: copy what is needed into a local variable first, and let the coroutine go as the last step
  }
  void await_resume() const noexcept {}
};

struct on_one_path {
  bool now;
  int left = 0;
  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> caller) {
    if (now)
      caller.resume();
    return left > 0;
    // CHECK: :[[@LINE-1]]:12: warning: member 'left' of the awaiter is used after its coroutine was resumed; by then the coroutine may have destroyed the awaiter [coro-promise-contract]
    // CHECK: :[[@LINE-3]]:7: note: the coroutine may go on from here
    // CHECK: :[[@LINE-3]]:12: note: copy what is needed into a local variable first, and let the coroutine go as the last step
  }
  void await_resume() const noexcept {}
};
