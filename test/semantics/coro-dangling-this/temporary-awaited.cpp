// A temporary lives until the end of the statement that awaits its task.
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

rt::task<> all() { co_await counter().show(); }

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
