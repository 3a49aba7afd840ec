// RUN: %check_rule %s coro-blocking-call
// An awaiter with a thread that resumes the coroutine joins it when it is
// destroyed; by then the thread has done its work.

#include "lazy.h"
#include <thread>

struct thread_awaiter {
  std::thread worker;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> waiter) {
    worker = std::thread([waiter] { waiter.resume(); });
  }
  void await_resume() const noexcept {}
  ~thread_awaiter() {
    if (worker.joinable())
      worker.join();
  }
};
lib::task<void> all(thread_awaiter &one, thread_awaiter &other);

lib::task<void> named() {
  thread_awaiter done;
  co_await done;
}

lib::task<void> together() {
  thread_awaiter one, other;
  co_await all(one, other);
}

// Never awaited: its thread was never started.
lib::task<void> on_some_paths(bool wanted) {
  thread_awaiter done;
  if (wanted)
    co_await done;
}
lib::task<void> by_hand() {
  thread_awaiter never;
  co_return;
}

// CHECK-NONE
