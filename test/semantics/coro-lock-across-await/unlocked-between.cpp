// A guard is unlocked before the await and locked again after it.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;
int count = 0;

rt::task<> counts() {
  std::unique_lock lock(guards);
  ++count;
  lock.unlock();
  co_await rt::yield();
  lock.lock();
  --count;
}

int main() {
  rt::block_on(counts());
  return count;
}
