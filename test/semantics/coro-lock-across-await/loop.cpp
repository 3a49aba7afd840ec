// A lock is taken anew in each turn of a loop, and held across its await.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;
int count = 0;

rt::task<> refreshes() {
  for (int at = 0; at != 3; ++at) {
    std::lock_guard lock(guards); // expect: coro-lock-across-await
    ++count;
    co_await rt::yield();
  }
}

int main() { rt::block_on(refreshes()); }
