// What blocks lies two functions further down.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <thread>

namespace rt = corolint::rt;

void backs_off() { std::this_thread::sleep_for(std::chrono::milliseconds(1)); }

int tries_again(int count) {
  for (int at = 0; at != count; ++at)
    backs_off();
  return count;
}

rt::task<int> asks() {
  co_return tries_again(2); // expect: coro-blocking-call
}

int main() { rt::block_on(asks()); }
