// A closure with a name is awaited where it lives.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

volatile int sink;

rt::task<> all() {
  int id = 1;
  auto shows = [id]() -> rt::task<> {
    co_await rt::yield();
    sink = id;
  };
  co_await shows();
}

int main() { rt::runtime::builder{}.workers(1).build().block_on(all()); }
