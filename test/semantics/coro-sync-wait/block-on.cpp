// A task runs another one to its end instead of awaiting it, and is refused.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<int> price() { co_return 1; }

rt::task<int> total() {
  try {
    co_return rt::block_on(price()); // expect: coro-sync-wait
  } catch (const rt::nested_block_on &) {
    co_return 0;
  }
}

int main() { return rt::block_on(total()); }
