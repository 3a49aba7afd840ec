// A coroutine begins a thread that sleeps; main joins it.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <thread>

namespace rt = corolint::rt;

rt::task<std::thread> begins() {
  std::thread sleeper([] { std::this_thread::sleep_for(std::chrono::milliseconds(1)); });
  co_return std::move(sleeper);
}

int main() { rt::block_on(begins()).join(); }
