// What the detached task awaits fails.
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

rt::task<> works() { co_await fails(); }

rt::task<> starts() {
  rt::spawn(works()).detach(); // expect: coro-ignored-error
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
