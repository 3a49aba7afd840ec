// A value behind a lock of tasks is used across an await.
#include "corolint/rt/guarded.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

rt::guarded<int> count(0);

rt::task<int> counts() {
  auto held = co_await count.lock();
  const int before = *held;
  co_await rt::yield();
  *held = before + 1;
  co_return before;
}

int main() { return rt::block_on(counts()); }
