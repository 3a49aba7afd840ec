// The handle is kept, and awaited after other work.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <stdexcept>
#include <utility>

namespace rt = corolint::rt;

bool failed = false;

rt::task<> fails() {
  co_await rt::yield();
  failed = true;
  throw std::runtime_error("disk full");
}

rt::task<> starts() {
  auto handle = rt::spawn(fails());
  while (!failed)
    co_await rt::yield();
  try {
    co_await std::move(handle);
  } catch (const std::runtime_error &) {
    failed = false;
  }
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(60000))
      .build()
      .block_on(starts());
}
