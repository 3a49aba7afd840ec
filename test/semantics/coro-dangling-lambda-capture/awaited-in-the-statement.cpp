// The closure lives until the end of the statement that awaits.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

volatile int sink;

rt::task<> all() {
  int id = 1;
  co_await [id]() -> rt::task<> {
    co_await rt::yield();
    sink = id;
  }();
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
