// A coroutine waits for a future until a moment that comes later.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <future>

namespace rt = corolint::rt;

rt::task<bool> asks() {
  std::promise<void> never;
  std::future<void> opened = never.get_future();
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(20);
  co_return opened.wait_until(until) == std::future_status::ready; // expect: coro-sync-wait
}

int main() { return rt::block_on(asks()); }
