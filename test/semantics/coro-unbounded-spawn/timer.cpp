// A task is spawned every few milliseconds.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>

namespace rt = corolint::rt;

int ended = 0;

rt::task<> works() {
  ++ended;
  co_return;
}

rt::task<> starts() {
  while (ended < 20) {
    co_await rt::sleep_for(std::chrono::milliseconds(2));
    rt::spawn(works()).detach();
  }
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(starts());
}
