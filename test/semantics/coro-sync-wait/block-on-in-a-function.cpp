// A function runs a task to its end; a task calls that function.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<int> fetches() { co_return 1; }

int price() {
  try {
    return rt::block_on(fetches());
  } catch (const rt::nested_block_on &) {
    return 0;
  }
}

rt::task<int> total() {
  co_return price() * 2; // expect: coro-sync-wait
}

int main() { return rt::block_on(total()); }
