// The object of the coroutine is a variable.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

volatile int sink;

struct counter {
  int value = 1;
  rt::task<> show() {
    co_await rt::yield();
    sink = value;
  }
};

void start() {
  counter local;
  rt::spawn(local.show()).detach(); // expect: coro-spawn-borrows-local
}

rt::task<> all() {
  start();
  for (int round = 0; round != 10; ++round)
    co_await rt::yield();
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
