// The detached task catches what the task that it awaits throws.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <stdexcept>

namespace rt = corolint::rt;

bool failed = false;

rt::task<> fails() {
  co_await rt::yield();
  throw std::runtime_error("disk full");
}

rt::task<> works() {
  try {
    co_await fails();
  } catch (...) {
    failed = true;
  }
}

rt::task<> starts() {
  rt::spawn(works()).detach();
  while (!failed)
    co_await rt::yield();
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(60000))
      .build()
      .block_on(starts());
}
