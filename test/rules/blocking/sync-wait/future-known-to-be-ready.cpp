// RUN: %check_rule %s coro-sync-wait
// Asked first, with a time-out of zero: get does not wait any more.

#include "lazy.h"
#include "timer.h"
#include <chrono>
#include <future>
#include <optional>

using namespace std::chrono_literals;

lib::task<std::optional<int>> take_if_ready(std::future<int> result) {
  if (result.wait_for(0s) != std::future_status::ready)
    co_return std::nullopt;
  co_return result.get();
}

lib::task<int> poll_until_ready(std::future<int> result) {
  while (result.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
    co_await lib::sleep(1ms);
  co_return result.get();
}
// CHECK-NONE
