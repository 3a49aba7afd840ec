// A closure that is called on the spot is gone when its task runs.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

volatile int sink;

void start(int id) {
  rt::spawn([id]() -> rt::task<> { // expect: coro-dangling-lambda-capture
    co_await rt::yield();
    sink = id;
  }())
      .detach();
}

rt::task<> all() {
  start(1);
  for (int round = 0; round != 10; ++round)
    co_await rt::yield();
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
