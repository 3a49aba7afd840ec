// Each round of a loop has a guard of its own.
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>

namespace rt = corolint::rt;

rt::mutex guards;
int count = 0;

rt::task<> waits() {
  for (int round = 0; round != 3; ++round) {
    const auto held = co_await guards.lock();
    ++count;
  }
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(waits());
}
