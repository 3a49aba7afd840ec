// RUN: %check_rule %s coro-discarded-task
// The next task is made before the present one is awaited.

#include "lazy.h"
#include <utility>

lib::task<int> fetch(int id);

lib::task<int> sum(int count) {
  int result = 0;
  auto next = fetch(0);
  for (int id = 1; id < count; ++id) {
    auto current = std::move(next);
    next = fetch(id);
    result += co_await current;
  }
  co_return result + co_await next;
}

lib::task<int> sum_by_exchange(int count) {
  int result = 0;
  auto next = fetch(0);
  for (int id = 1; id < count; ++id)
    result += co_await std::exchange(next, fetch(id));
  co_return result + co_await next;
}

lib::task<int> retried(int attempts) {
  for (;;) {
    auto pending = fetch(attempts);
    try {
      co_return co_await pending;
    } catch (...) {
      if (--attempts == 0)
        throw;
    }
  }
}

// CHECK-NONE
