// A loop suspends, but not in a round that finds the flag set.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>

namespace rt = corolint::rt;

std::atomic<bool> paused = true;

rt::task<> spins() {
  // clang-format off: the detector names the line where the thread is
  while (true) { if (paused.load()) continue; co_await rt::yield(); } // expect: coro-loop-without-suspend
  // clang-format on
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
