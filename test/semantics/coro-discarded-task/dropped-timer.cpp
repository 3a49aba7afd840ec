// A timer is made and not awaited, so that no time passes.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>

namespace rt = corolint::rt;

rt::task<> waits() {
  rt::sleep_for(std::chrono::milliseconds(1)); // expect: coro-discarded-task
  co_return;
}

int main() { rt::block_on(waits()); }
