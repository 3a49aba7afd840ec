// A loop that ends spawns a task for each number.
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
  for (int each = 0; each != 100; ++each)
    rt::spawn(works()).detach();
  while (ended != 100)
    co_await rt::yield();
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(starts());
}
