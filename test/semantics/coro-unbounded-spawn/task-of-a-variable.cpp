// A loop without end moves a task from a variable to the runtime.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>
#include <utility>

namespace rt = corolint::rt;

std::atomic<int> started = 0;

rt::task<> works() { co_return; }

rt::task<> starts() {
  // clang-format off: the detector names the line where the thread is
  for (;; ++started) { auto work = works(); rt::spawn(std::move(work)).detach(); } // expect: coro-unbounded-spawn // expect: coro-loop-without-suspend
  // clang-format on
  co_return;
}

int main() {
  // It never ends by itself.
  std::thread([] {
    while (started.load() <= 1'000'000)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    std::_Exit(0);
  }).detach();
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(starts());
}
