// RUN: %check_rule %s coro-lock-across-await
// Awaiting what is ready by construction gives no thread away.

#include "lazy.h"
#include <mutex>

struct ready_value {
  int value;
  constexpr bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  int await_resume() const noexcept { return value; }
};

struct number {
  int value;
  ready_value operator co_await() const { return {value}; }
};

[[clang::annotate("corolint::never_suspends")]] lib::task<int> cached(int id);

std::mutex sum_mutex;
int sum;

lib::task<void> add(int value) {
  std::lock_guard lock(sum_mutex);
  sum += co_await ready_value{value};
  sum += co_await number{value};
  sum += co_await cached(value);
  co_await std::suspend_never{};
}
// CHECK-NONE
