// A loop lets other tasks run in each round.
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include "corolint/rt/yield.hpp"
#include <atomic>
#include <chrono>

namespace rt = corolint::rt;

std::atomic<bool> ready = false;

rt::task<> waits() {
  while (!ready.load())
    co_await rt::yield();
}

rt::task<> sets() {
  co_await rt::sleep_for(std::chrono::milliseconds(300));
  ready = true;
}

rt::task<> both() { co_await rt::join(waits(), sets()); }

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(100))
      .build()
      .block_on(both());
}
