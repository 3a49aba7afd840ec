// The main function waits for tasks and for a future.
#include "corolint/rt/runtime.hpp"
#include <future>

namespace rt = corolint::rt;

rt::task<int> price(int of) { co_return of; }

int main() {
  rt::runtime shop = rt::runtime::builder{}.workers(2).build();
  std::future<int> other = std::async(std::launch::async, [] { return 1; });
  const int first = shop.block_on(price(1));
  const int second = shop.block_on(price(2));
  return first + other.get() - second;
}
