// The task runs while its handle is kept; then the handle goes unasked.
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
  auto handle = rt::spawn(fails()); // expect: coro-ignored-error
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
