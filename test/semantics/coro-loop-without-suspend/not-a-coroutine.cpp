// A thread of its own waits for a flag in a loop.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <atomic>
#include <chrono>
#include <thread>

namespace rt = corolint::rt;

std::atomic<bool> ready = false;

void spins() {
  while (!ready) {
  }
}

rt::task<> sets() {
  co_await rt::sleep_for(std::chrono::milliseconds(300));
  ready = true;
}

rt::task<> both() {
  std::thread other(spins);
  co_await sets();
  other.detach();
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(100))
      .build()
      .block_on(both());
}
