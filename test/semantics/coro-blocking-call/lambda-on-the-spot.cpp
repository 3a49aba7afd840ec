// A lambda sleeps and is called where it stands.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <thread>

namespace rt = corolint::rt;

rt::task<> waits() {
  const auto pause = [](int count) { std::this_thread::sleep_for(std::chrono::milliseconds(count)); };
  pause(1); // expect: coro-blocking-call
  co_return;
}

int main() { rt::block_on(waits()); }
