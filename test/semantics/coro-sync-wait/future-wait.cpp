// A coroutine waits for a future before it takes its value.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <future>
#include <thread>

namespace rt = corolint::rt;

int makes() {
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  return 0;
}

rt::task<int> asks(std::future<int> price) {
  price.wait(); // expect: coro-sync-wait
  co_return price.get();
}

int main() { return rt::block_on(asks(std::async(std::launch::async, makes))); }
