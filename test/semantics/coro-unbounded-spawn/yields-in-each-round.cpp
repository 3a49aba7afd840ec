// A loop lets the tasks run that it spawns.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>

namespace rt = corolint::rt;

int ended = 0;

rt::task<> works() {
  ++ended;
  co_return;
}

rt::task<> starts() {
  for (;;) {
    rt::spawn(works()).detach();
    co_await rt::yield();
    if (ended >= 100)
      break;
  }
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(starts());
}
