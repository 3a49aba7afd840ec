// A coroutine makes a lambda that waits for a future, and main calls it.
#include "corolint/rt/runtime.hpp"
#include <functional>
#include <future>

namespace rt = corolint::rt;

rt::task<std::function<int()>> prepares(std::shared_future<int> price) {
  co_return [price] { return price.get(); };
}

int main() {
  std::promise<int> made;
  const std::function<int()> later = rt::block_on(prepares(made.get_future().share()));
  made.set_value(0);
  return later();
}
