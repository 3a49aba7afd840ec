// A function that is no coroutine spawns without end.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>

namespace rt = corolint::rt;

std::atomic<int> started = 0;

rt::task<> works() { co_return; }

void fills() {
  for (;; ++started)
    rt::spawn(works()).detach(); // expect: coro-unbounded-spawn
}

rt::task<> starts() {
  fills();
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
      .stall_limit(std::chrono::milliseconds(60000))
      .build()
      .block_on(starts());
}
