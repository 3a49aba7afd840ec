// A coroutine waits for a future, with a time-out.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <future>

namespace rt = corolint::rt;

rt::task<bool> asks() {
  std::promise<int> never;
  std::future<int> price = never.get_future();
  const auto status = price.wait_for(std::chrono::milliseconds(5)); // expect: coro-sync-wait
  co_return status == std::future_status::ready;
}

int main() { return rt::block_on(asks()); }
