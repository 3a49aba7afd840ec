// A lock is held until the coroutine returns, and nothing is awaited under it.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;
int count = 0;

rt::task<int> counts() {
  co_await rt::yield();
  std::lock_guard lock(guards);
  co_return count++;
}

int main() { return rt::block_on(counts()); }
