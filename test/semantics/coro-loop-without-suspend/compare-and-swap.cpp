// A loop tries again what another thread can only disturb for a moment.
#include "corolint/rt/runtime.hpp"
#include <atomic>
#include <chrono>

namespace rt = corolint::rt;

std::atomic<int> count = 0;

rt::task<> adds() {
  int seen = count.load();
  while (!count.compare_exchange_weak(seen, seen + 1)) {
  }
  co_return;
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(100))
      .build()
      .block_on(adds());
}
