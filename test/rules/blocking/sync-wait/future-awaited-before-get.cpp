// RUN: %check_rule %s coro-sync-wait
// The coroutine has been told that the future is ready.

#include "lazy.h"
#include <coroutine>
#include <future>

// Resumes its coroutine once the future is ready.
struct when_ready {
  explicit when_ready(std::future<int> &result) : result(result) {}
  bool await_ready() const;
  void await_suspend(std::coroutine_handle<> waiter);
  void await_resume() const noexcept {}
  std::future<int> &result;
};

lib::task<int> bridge(std::future<int> result) {
  co_await when_ready(result);
  co_return result.get();
}
// CHECK-NONE
