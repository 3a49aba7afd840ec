// A coroutine joins a thread.
#include "corolint/rt/runtime.hpp"
#include <atomic>
#include <thread>

namespace rt = corolint::rt;

std::atomic<int> count = 0;

rt::task<> counts() {
  std::thread helper([] { ++count; });
  helper.join(); // expect: coro-blocking-call
  co_return;
}

int main() { rt::block_on(counts()); }
