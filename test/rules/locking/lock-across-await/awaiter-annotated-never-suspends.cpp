// RUN: %check_rule %s coro-lock-across-await
// An awaiter that looks at its coroutine, and lets it go on: its author says
// so.

#include "lazy.h"
#include <mutex>

class [[clang::annotate("corolint::never_suspends")]] stop_requested {
public:
  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> asking) noexcept;
  bool await_resume() const noexcept { return requested_; }

private:
  bool requested_ = false;
};

std::mutex sum_mutex;
int sum;

lib::task<void> add(int value) {
  std::lock_guard lock(sum_mutex);
  if (!co_await stop_requested())
    sum += value;
}
// CHECK-NONE
