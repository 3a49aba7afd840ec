// RUN: %check_rule %s coro-blocking-call
// An offloading coroutine: whoever hands the callable in chose where it runs.

#include "lazy.h"
#include <coroutine>
#include <cstdlib>
#include <thread>

// Moves the coroutine to a thread of its own.
struct onto_new_thread {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> self) {
    std::thread([self] { self.resume(); }).detach();
  }
  void await_resume() const noexcept {}
};

template <class Work> lib::task<void> offload(Work work) {
  co_await onto_new_thread{};
  work();
}

lib::task<void> tidy_up() {
  co_await offload([] { std::system("rm -r cache"); });
}
// CHECK-NONE
