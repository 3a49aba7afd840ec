// RUN: %check_rule %s coro-promise-contract
// The other thread needs the lock before it can resume anybody.

#include <coroutine>
#include <mutex>
#include <thread>

struct guarded {
  std::mutex &mutex;
  int count = 0;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> caller) {
    std::lock_guard lock(mutex);
    std::thread([caller, &m = mutex] {
      { std::lock_guard wait(m); }
      caller.resume();
    }).detach();
    ++count;
  }
  void await_resume() const noexcept {}
};

// CHECK-NONE
