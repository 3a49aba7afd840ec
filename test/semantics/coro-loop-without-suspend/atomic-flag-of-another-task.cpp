// A loop waits for what a task of the same thread would do.
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>

namespace rt = corolint::rt;

std::atomic<bool> ready = false;

rt::task<> spins() {
  // clang-format off: the detector names the line where the thread is
  while (!ready.load()) {} // expect: coro-loop-without-suspend
  // clang-format on
  co_return;
}

rt::task<> sets() {
  ready = true;
  co_return;
}

rt::task<> both() { co_await rt::join(spins(), sets()); }

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
      .block_on(both());
}
