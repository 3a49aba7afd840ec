// A lambda that is a coroutine fails.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <stdexcept>

namespace rt = corolint::rt;

bool failed = false;

rt::task<> starts() {
  rt::spawn([]() -> rt::task<> { // expect: coro-ignored-error
    co_await rt::yield();
    failed = true;
    throw std::runtime_error("disk full");
  })
      .detach();
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
