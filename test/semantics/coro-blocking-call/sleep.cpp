// A coroutine puts its worker to sleep.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <thread>

namespace rt = corolint::rt;

rt::task<> poll() {
  std::this_thread::sleep_for(std::chrono::milliseconds(1)); // expect: coro-blocking-call
  co_return;
}

int main() { rt::block_on(poll()); }
