// A thread that joins itself lives to the end of the statement that begins it.
#include "corolint/rt/runtime.hpp"
#include <atomic>
#include <thread>

namespace rt = corolint::rt;

std::atomic<int> count = 0;

rt::task<> counts() {
  std::jthread([] { ++count; }); // expect: coro-blocking-call
  co_return;
}

int main() { rt::block_on(counts()); }
