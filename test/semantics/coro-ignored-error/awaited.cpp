// Who awaits the handle sees the failure.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <stdexcept>

namespace rt = corolint::rt;

bool failed = false;

rt::task<> fails() {
  co_await rt::yield();
  failed = true;
  throw std::runtime_error("disk full");
}

rt::task<> starts() {
  try {
    co_await rt::spawn(fails());
  } catch (const std::runtime_error &) {
    co_return;
  }
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(60000))
      .build()
      .block_on(starts());
}
