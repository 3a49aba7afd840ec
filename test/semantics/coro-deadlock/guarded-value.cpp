// A coroutine asks for a guarded value that it has access to.
#include "corolint/rt/guarded.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <cstdlib>
#include <thread>

namespace rt = corolint::rt;

rt::guarded<int> balance(0);

rt::task<> waits() {
  const auto mine = co_await balance.lock();
  const auto other = co_await balance.lock(); // expect: coro-deadlock
  *other = *mine;
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
      .block_on(waits());
}
