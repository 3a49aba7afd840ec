// A coroutine awaits the other one.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<int> price() { co_return 1; }

rt::task<int> total() {
  const int first = co_await price();
  co_return first - co_await price();
}

int main() { return rt::block_on(total()); }
