// Two threads that run no tasks wait for tasks of one runtime.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <thread>

namespace rt = corolint::rt;

rt::task<> works() { co_await rt::yield(); }

int main() {
  rt::runtime shop = rt::runtime::builder{}.workers(1).build();
  std::thread first([&shop] { shop.block_on(works()); });
  std::thread second([&shop] { shop.block_on(works()); });
  first.join();
  second.join();
}
