// RUN: %check_rule %s coro-promise-contract
// An instance loses its handle as any other awaiter does.

#include <coroutine>

template <class T> void request(T value);

template <class T> struct answer {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> caller) { request(T()); }
  // CHECK: :[[@LINE-1]]:8: warning: 'await_suspend' of 'answer' loses the handle of the coroutine that awaits; nobody can resume it [coro-promise-contract]
  // CHECK: :[[@LINE-2]]:46: note: this is the only way to the coroutine
  // CHECK: :[[@LINE-3]]:8: note: store the handle where the result arrives, or hand it to what resumes it
  T await_resume() const noexcept { return T(); }
};

void use() { answer<int>().await_suspend(nullptr); }
