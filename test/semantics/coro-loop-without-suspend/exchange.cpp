// A lock made of an exchange is never let go by who holds it.
#include "corolint/rt/runtime.hpp"
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>

namespace rt = corolint::rt;

std::atomic<bool> locked = true;

rt::task<> spins() {
  // clang-format off: the detector names the line where the thread is
  while (locked.exchange(true)) {} // expect: coro-loop-without-suspend
  // clang-format on
  locked = false;
  co_return;
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
