// A task drives a loop of its own thread to the end of another task.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<int> price() { co_return 1; }

rt::task<int> total(rt::current_thread &loop) {
  int sum = 0;
  try {
    sum = loop.block_on(price()); // expect: coro-sync-wait
  } catch (const rt::nested_block_on &) {
  }
  co_return sum;
}

int main() {
  rt::current_thread outer;
  rt::current_thread inner;
  return outer.block_on(total(inner));
}
