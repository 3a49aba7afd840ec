// The failure is caught, counted, and thrown again.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <stdexcept>

namespace rt = corolint::rt;

bool failed = false;

rt::task<> works(int id) {
  try {
    co_await rt::yield();
    if (id < 0)
      throw std::runtime_error("no such id");
  } catch (const std::exception &) {
    failed = true;
    throw;
  }
}

rt::task<> starts() {
  rt::spawn(works(-1)).detach(); // expect: coro-ignored-error
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
