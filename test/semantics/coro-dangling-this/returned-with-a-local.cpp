// A function returns the task of its variable.
#include "corolint/rt/runtime.hpp"
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

rt::task<> makes() {
  counter local;
  return local.show(); // expect: coro-dangling-this
}

rt::task<> all() { co_await makes(); }

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
