// A coroutine starts work on another thread and hands the future to main.
#include "corolint/rt/runtime.hpp"
#include <future>

namespace rt = corolint::rt;

rt::task<std::future<int>> begins() {
  std::future<int> price = std::async(std::launch::async, [] { return 0; });
  co_return std::move(price);
}

int main() { return rt::block_on(begins()).get(); }
