// RUN: %check_rule %s coro-lock-across-await
// Only the suspensions count, and a branch that never suspends does not.

#include "lazy.h"
#include <mutex>

lib::task<int> fetch(int id);

std::mutex cache_mutex;
int cached;

struct maybe_ready {
  bool ready;
  bool await_ready() const noexcept { return ready; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept {}
};

// Found, with one note: suspend_never is none.
lib::task<void> refresh() {
  std::lock_guard lock(cache_mutex);
  // CHECK: :[[@LINE-1]]:19: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+3]]:12: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:19: note: close the scope of 'lock' before the suspension, or use a mutex whose lock is awaited
  co_await std::suspend_never{};
  cached = co_await fetch(1);
}

// Found: await_ready decides at run time.
lib::task<void> refresh_perhaps(bool ready) {
  std::lock_guard lock(cache_mutex);
  // CHECK: :[[@LINE-1]]:19: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:19: note: close the scope of 'lock' before the suspension, or use a mutex whose lock is awaited
  co_await maybe_ready{ready};
}
