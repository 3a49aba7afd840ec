// A coroutine asks whether a latch is open, and goes on to its next turn if not.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <latch>

namespace rt = corolint::rt;

std::latch done{2};

rt::task<> asks() {
  while (!done.try_wait()) {
    done.count_down();
    co_await rt::yield();
  }
}

int main() { rt::block_on(asks()); }
