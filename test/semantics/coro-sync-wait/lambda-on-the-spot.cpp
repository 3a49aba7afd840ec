// A lambda waits for a future, and is called where it stands.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <future>

namespace rt = corolint::rt;

rt::task<int> asks() {
  std::promise<int> never;
  std::future<int> price = never.get_future();
  const auto value_or = [&price](int fallback) {
    return price.wait_for(std::chrono::milliseconds(5)) == std::future_status::ready ? price.get() : fallback;
  };
  co_return value_or(0); // expect: coro-sync-wait
}

int main() { return rt::block_on(asks()); }
