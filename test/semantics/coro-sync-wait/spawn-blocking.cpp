// A thread that may block waits for the future, and the coroutine awaits it.
#include "corolint/rt/blocking.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <future>
#include <thread>

namespace rt = corolint::rt;

int makes() {
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  return 0;
}

rt::task<int> asks(std::future<int> price) {
  co_return co_await rt::spawn_blocking([price = std::move(price)]() mutable { return price.get(); });
}

int main() { return rt::block_on(asks(std::async(std::launch::async, makes))); }
