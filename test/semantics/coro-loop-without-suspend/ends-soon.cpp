// A loop computes without a suspension, for a short time.
#include "corolint/rt/runtime.hpp"
#include <chrono>

namespace rt = corolint::rt;

int sum = 0;

rt::task<> adds() {
  for (int each = 0; each != 1000; ++each)
    sum += each;
  co_return;
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(100))
      .build()
      .block_on(adds());
}
