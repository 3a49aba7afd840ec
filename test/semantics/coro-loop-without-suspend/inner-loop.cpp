// The outer loop suspends in each round, and the inner one never ends.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <cstdlib>
#include <thread>

namespace rt = corolint::rt;

volatile int rounds = 0;

rt::task<> spins() {
  for (;;) {
    co_await rt::yield();
    // clang-format off: the detector names the line where the thread is
    for (;;) rounds = rounds + 1; // expect: coro-loop-without-suspend
    // clang-format on
  }
}

int main() {
  // It never ends by itself.
  std::thread([] {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    std::_Exit(0);
  }).detach();
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(spins());
}
