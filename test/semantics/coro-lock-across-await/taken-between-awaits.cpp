// A lock is taken and released between two awaits, in a loop.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;
int count = 0;

rt::task<> counts() {
  for (int at = 0; at != 3; ++at) {
    co_await rt::yield();
    guards.lock();
    ++count;
    guards.unlock();
  }
}

int main() { rt::block_on(counts()); }
