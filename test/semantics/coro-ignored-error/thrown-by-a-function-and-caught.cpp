// A plain function throws, and the detached task catches.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <stdexcept>

namespace rt = corolint::rt;

bool failed = false;

int parse(int text) {
  if (text < 0)
    throw std::invalid_argument("negative");
  return text;
}

rt::task<> works(int text) {
  co_await rt::yield();
  try {
    parse(text);
  } catch (const std::invalid_argument &) {
    failed = true;
  }
}

rt::task<> starts() {
  rt::spawn(works(-1)).detach();
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
