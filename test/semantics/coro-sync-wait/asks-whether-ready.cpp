// A coroutine asks again and again whether a future is ready, and then takes its value.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <future>
#include <thread>

namespace rt = corolint::rt;

rt::task<int> asks(std::future<int> price) {
  while (price.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
    co_await rt::sleep_for(std::chrono::milliseconds(1));
  co_return price.get();
}

int main() {
  std::promise<int> made;
  std::thread other([&made] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    made.set_value(0);
  });
  const int answer = rt::block_on(asks(made.get_future()));
  other.join();
  return answer;
}
