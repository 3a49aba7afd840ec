// A coroutine waits for the value that another thread makes.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <future>
#include <thread>

namespace rt = corolint::rt;

int makes() {
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  return 0;
}

rt::task<int> asks() {
  std::future<int> price = std::async(std::launch::async, makes);
  const int value = price.get(); // expect: coro-sync-wait
  co_return value;
}

int main() { return rt::block_on(asks()); }
