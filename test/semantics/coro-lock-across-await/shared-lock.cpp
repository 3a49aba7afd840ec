// A guard for readers is held across an await.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <shared_mutex>

namespace rt = corolint::rt;

std::shared_mutex guards;
int cached = 0;

rt::task<int> reads() {
  std::shared_lock lock(guards); // expect: coro-lock-across-await
  co_await rt::yield();
  co_return cached;
}

int main() { return rt::block_on(reads()); }
