// The object lives in the scope that awaits its task.
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

rt::task<> all() {
  counter local;
  co_await local.show();
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
