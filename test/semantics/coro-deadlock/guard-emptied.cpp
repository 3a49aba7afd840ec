// A guard is replaced by an empty one before the next lock.
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>

namespace rt = corolint::rt;

rt::mutex guards;

rt::task<> waits() {
  auto held = co_await guards.lock();
  held = {};
  held = co_await guards.lock();
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(waits());
}
