// A coroutine waits for a shared future that a thread of main fulfils.
#include "corolint/rt/runtime.hpp"
#include <atomic>
#include <chrono>
#include <future>
#include <thread>

namespace rt = corolint::rt;

std::atomic<bool> is_waiting = false;

rt::task<int> asks(std::shared_future<int> price) {
  is_waiting = true;
  co_return price.get(); // expect: coro-sync-wait
}

int main() {
  std::promise<int> made;
  std::thread other([&made] {
    while (!is_waiting)
      std::this_thread::yield();
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    made.set_value(0);
  });
  const int answer = rt::block_on(asks(made.get_future().share()));
  other.join();
  return answer;
}
