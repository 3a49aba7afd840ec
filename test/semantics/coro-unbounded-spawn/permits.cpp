// Each task has a permit, of which there are eight.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/semaphore.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <utility>

namespace rt = corolint::rt;

int ended = 0;

rt::semaphore places(8);

rt::task<> works(rt::semaphore::permit held) {
  co_await rt::yield();
  ++ended;
}

rt::task<> starts() {
  while (ended < 100) {
    auto held = co_await places.acquire();
    rt::spawn(works(std::move(held))).detach();
  }
  const auto all = co_await places.acquire(8);
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(starts());
}
