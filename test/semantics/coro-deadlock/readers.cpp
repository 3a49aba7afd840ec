// A shared mutex is locked to read twice, and nobody wants to write.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/shared_mutex.hpp"
#include <chrono>

namespace rt = corolint::rt;

rt::shared_mutex guards;

rt::task<> waits() {
  const auto first = co_await guards.lock_shared();
  const auto second = co_await guards.lock_shared();
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(waits());
}
