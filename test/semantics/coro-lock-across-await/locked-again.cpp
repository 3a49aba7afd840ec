// A guard is unlocked for one await, and locked again for the next.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;
int count = 0;

rt::task<> refreshes() {
  std::unique_lock lock(guards); // expect: coro-lock-across-await
  ++count;
  lock.unlock();
  co_await rt::yield();
  lock.lock();
  co_await rt::yield();
}

int main() { rt::block_on(refreshes()); }
