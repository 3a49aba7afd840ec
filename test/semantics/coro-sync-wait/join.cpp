// A coroutine awaits two others at once.
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<int> price(int of) { co_return of; }

rt::task<int> total() {
  const auto [first, second] = co_await rt::join(price(1), price(1));
  co_return first - second;
}

int main() { return rt::block_on(total()); }
