// The address of a variable is taken along.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

volatile int sink;

rt::task<> show(const int *value) {
  co_await rt::yield();
  sink = *value;
}

void start() {
  int value = 1;
  rt::spawn(show(&value)).detach(); // expect: coro-spawn-borrows-local
}

rt::task<> all() {
  start();
  for (int round = 0; round != 10; ++round)
    co_await rt::yield();
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
