// A closure without captures lends nothing.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

volatile int sink;

void start(int id) {
  rt::spawn([](int id) -> rt::task<> {
    co_await rt::yield();
    sink = id;
  }(id))
      .detach();
}

rt::task<> all() {
  start(1);
  for (int round = 0; round != 10; ++round)
    co_await rt::yield();
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
