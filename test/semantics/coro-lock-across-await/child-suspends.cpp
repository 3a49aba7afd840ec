// A coroutine holds a lock while the child that it awaits is suspended.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;
int cached = 1;

rt::task<int> fetches() {
  co_await rt::sleep_for(std::chrono::milliseconds(1));
  co_return 0;
}

rt::task<int> refreshes() {
  std::lock_guard lock(guards); // expect: coro-lock-across-await
  cached = co_await fetches();
  co_return cached;
}

int main() { return rt::block_on(refreshes()); }
