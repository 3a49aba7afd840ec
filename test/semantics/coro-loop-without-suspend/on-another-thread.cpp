// A loop of half a second runs on a thread that may be kept.
#include "corolint/rt/blocking.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>

namespace rt = corolint::rt;

void computes() {
  const auto end =
      std::chrono::steady_clock::now() + std::chrono::milliseconds(500);
  while (std::chrono::steady_clock::now() < end) {
  }
}

rt::task<> waits() { co_await rt::spawn_blocking(computes); }

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(100))
      .build()
      .block_on(waits());
}
