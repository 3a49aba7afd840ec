// RUN: %check_rule %s coro-sync-wait
// What a future can do without blocking anybody.

#include "lazy.h"
#include <chrono>
#include <future>
#include <utility>

using namespace std::chrono_literals;

lib::task<bool> is_ready(const std::shared_future<int> &result) {
  co_return result.valid() &&
      result.wait_for(0s) == std::future_status::ready &&
      result.wait_for(std::chrono::milliseconds::zero()) !=
          std::future_status::deferred;
}

lib::task<std::future<int>> promise_something(std::promise<int> promise) {
  auto result = promise.get_future();
  promise.set_value(42);
  co_return std::move(result);
}
// CHECK-NONE
