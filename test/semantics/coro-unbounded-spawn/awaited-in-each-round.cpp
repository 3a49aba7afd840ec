// Each round awaits the task that it spawns.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include <chrono>

namespace rt = corolint::rt;

int ended = 0;

rt::task<> works() {
  ++ended;
  co_return;
}

rt::task<> starts() {
  while (ended != 100)
    co_await rt::spawn(works());
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(starts());
}
