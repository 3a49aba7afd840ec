// A loop without a condition is left after it has spawned one task.
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

bool wanted = true;

rt::task<> starts() {
  for (;;) {
    if (wanted) {
      co_await rt::spawn(works());
      break;
    }
    co_await rt::yield();
  }
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(starts());
}
