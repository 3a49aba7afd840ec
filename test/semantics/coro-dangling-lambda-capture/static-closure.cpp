// A closure that lives for ever.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

volatile int sink;

rt::task<> makes() {
  static int id = 1;
  static const auto shows = [copy = id]() -> rt::task<> {
    co_await rt::yield();
    sink = copy;
  };
  return shows();
}

rt::task<> all() { co_await makes(); }

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
