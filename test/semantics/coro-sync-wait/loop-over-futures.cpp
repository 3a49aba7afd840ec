// A coroutine waits for one future after the other, in a loop.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <future>
#include <thread>
#include <vector>

namespace rt = corolint::rt;

rt::task<int> sums() {
  std::vector<std::future<int>> parts;
  for (int at = 0; at != 2; ++at)
    parts.push_back(std::async(std::launch::async, [] {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
      return 0;
    }));
  int sum = 0;
  for (std::future<int> &part : parts)
    sum += part.get(); // expect: coro-sync-wait
  co_return sum;
}

int main() { return rt::block_on(sums()); }
