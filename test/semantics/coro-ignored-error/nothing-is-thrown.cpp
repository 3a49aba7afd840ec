// A detached task that ends well.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>

namespace rt = corolint::rt;

int ended = 0;

rt::task<> works() {
  co_await rt::yield();
  ++ended;
}

rt::task<> starts() {
  rt::spawn(works()).detach();
  while (ended == 0)
    co_await rt::yield();
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(60000))
      .build()
      .block_on(starts());
}
