// A guard that could be unlocked, and is not.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;

rt::task<> refreshes() {
  std::unique_lock<std::mutex> lock(guards); // expect: coro-lock-across-await
  co_await rt::yield();
  lock.unlock();
}

int main() { rt::block_on(refreshes()); }
