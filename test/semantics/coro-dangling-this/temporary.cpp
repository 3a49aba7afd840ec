// The object is gone at the end of the statement that makes the task.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <utility>

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
  auto showing = counter().show(); // expect: coro-dangling-this
  co_await std::move(showing);
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
