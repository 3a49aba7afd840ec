// A lambda locks, works and unlocks before the await.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;
int count = 0;

rt::task<int> counts() {
  const int before = [] {
    std::lock_guard lock(guards);
    return count++;
  }();
  co_await rt::yield();
  co_return before;
}

int main() { return rt::block_on(counts()); }
