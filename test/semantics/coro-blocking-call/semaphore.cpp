// A coroutine waits for a semaphore that has nothing to give.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <semaphore>

namespace rt = corolint::rt;

std::binary_semaphore slots{0};

rt::task<bool> takes() {
  const bool taken = slots.try_acquire_for(std::chrono::milliseconds(5)); // expect: coro-blocking-call
  co_return taken;
}

int main() { return rt::block_on(takes()); }
