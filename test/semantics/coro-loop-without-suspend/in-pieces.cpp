// A computation of half a second suspends again and again.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>

namespace rt = corolint::rt;

rt::task<> computes() {
  const auto end =
      std::chrono::steady_clock::now() + std::chrono::milliseconds(500);
  while (std::chrono::steady_clock::now() < end)
    co_await rt::yield();
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(100))
      .build()
      .block_on(computes());
}
