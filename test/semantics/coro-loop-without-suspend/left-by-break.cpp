// A loop without a condition is left by a break.
#include "corolint/rt/runtime.hpp"
#include <chrono>

namespace rt = corolint::rt;

int rounds = 0;

rt::task<> counts() {
  for (;;)
    if (++rounds == 1000)
      break;
  co_return;
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(100))
      .build()
      .block_on(counts());
}
