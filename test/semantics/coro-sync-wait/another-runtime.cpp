// A task hands work to a second runtime and waits for it there.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<int> price() { co_return 1; }

rt::task<int> total(rt::runtime &other) {
  try {
    co_return other.block_on(price()); // expect: coro-sync-wait
  } catch (const rt::nested_block_on &) {
    co_return 0;
  }
}

int main() {
  rt::runtime first = rt::runtime::builder{}.workers(1).build();
  rt::runtime second = rt::runtime::builder{}.workers(1).build();
  return first.block_on(total(second));
}
