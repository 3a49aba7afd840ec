// A task without an end is stopped when its handle goes.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>

namespace rt = corolint::rt;

int ended = 0;

rt::task<> works() {
  for (;;)
    co_await rt::yield();
}

rt::task<> starts() {
  const auto handle = rt::spawn(works());
  co_await rt::yield();
  ++ended;
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(60000))
      .build()
      .block_on(starts());
}
