// A loop without a condition is left by the end of the coroutine.
#include "corolint/rt/runtime.hpp"
#include <chrono>

namespace rt = corolint::rt;

int rounds = 0;

rt::task<int> counts() {
  while (true)
    if (++rounds == 1000)
      co_return rounds;
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(100))
      .build()
      .block_on(counts());
}
