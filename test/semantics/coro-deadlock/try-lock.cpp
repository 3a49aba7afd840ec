// A second attempt gets nothing, and does not wait for it.
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>

namespace rt = corolint::rt;

rt::mutex guards;
int refused = 0;

rt::task<> waits() {
  const auto first = co_await guards.lock();
  const auto second = guards.try_lock();
  if (!second)
    ++refused;
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(waits());
}
