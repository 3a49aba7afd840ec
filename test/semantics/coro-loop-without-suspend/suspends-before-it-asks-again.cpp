// A round that finds nothing suspends before the next one.
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <atomic>
#include <chrono>

namespace rt = corolint::rt;

std::atomic<bool> paused = true;

rt::task<> polls() {
  while (true) {
    if (paused.load()) {
      co_await rt::sleep_for(std::chrono::milliseconds(10));
      continue;
    }
    break;
  }
}

rt::task<> resumes() {
  co_await rt::sleep_for(std::chrono::milliseconds(300));
  paused = false;
}

rt::task<> both() { co_await rt::join(polls(), resumes()); }

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(100))
      .build()
      .block_on(both());
}
