// A thread of main sends a value, and a coroutine awaits it.
#include "corolint/rt/oneshot.hpp"
#include "corolint/rt/runtime.hpp"
#include <thread>

namespace rt = corolint::rt;

rt::task<int> asks(rt::oneshot_receiver<int> price) {
  const auto made = co_await std::move(price);
  co_return made ? *made : 1;
}

int main() {
  auto [makes, takes] = rt::oneshot<int>();
  std::thread other([to = std::move(makes)]() mutable { std::move(to).send(0); });
  const int answer = rt::block_on(asks(std::move(takes)));
  other.join();
  return answer;
}
