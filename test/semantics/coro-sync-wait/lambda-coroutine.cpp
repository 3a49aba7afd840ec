// A lambda that is a coroutine waits for a future, after it was suspended.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <future>

namespace rt = corolint::rt;

int main() {
  const auto asks = []() -> rt::task<bool> {
    std::promise<int> never;
    std::future<int> price = never.get_future();
    co_await rt::yield();
    co_return price.wait_for(std::chrono::milliseconds(5)) == std::future_status::ready; // expect: coro-sync-wait
  };
  return rt::block_on(asks());
}
