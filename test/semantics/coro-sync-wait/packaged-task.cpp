// A coroutine waits for a packaged task that a thread runs.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <future>
#include <thread>

namespace rt = corolint::rt;

rt::task<int> asks(std::future<int> sum) {
  co_return sum.get(); // expect: coro-sync-wait
}

int main() {
  std::packaged_task<int()> adds([] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    return 0;
  });
  std::future<int> sum = adds.get_future();
  std::thread other(std::move(adds));
  const int answer = rt::block_on(asks(std::move(sum)));
  other.join();
  return answer;
}
