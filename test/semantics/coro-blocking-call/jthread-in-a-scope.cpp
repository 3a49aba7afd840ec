// The end of a scope waits for the thread that was begun in it.
#include "corolint/rt/runtime.hpp"
#include <atomic>
#include <thread>

namespace rt = corolint::rt;

std::atomic<int> count = 0;

rt::task<> counts() {
  std::jthread helper([] { ++count; }); // expect: coro-blocking-call
  co_return;
}

int main() { rt::block_on(counts()); }
