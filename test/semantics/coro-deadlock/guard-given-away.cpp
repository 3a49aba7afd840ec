// A guard goes to a coroutine, whose end lets the lock go.
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <utility>

namespace rt = corolint::rt;

rt::mutex guards;
int count = 0;

rt::task<> adds(rt::mutex::guard held) {
  ++count;
  co_return;
}

rt::task<> waits() {
  auto first = co_await guards.lock();
  co_await adds(std::move(first));
  const auto second = co_await guards.lock();
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(waits());
}
