// A loop runs over the values of a vector.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <vector>

namespace rt = corolint::rt;

int sum = 0;

rt::task<> adds(std::vector<int> values) {
  for (const int each : values)
    sum += each;
  co_return;
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(100))
      .build()
      .block_on(adds(std::vector<int>(1000, 1)));
}
