// A thread that may block holds the lock, and the coroutine waits for it without one.
#include "corolint/rt/blocking.hpp"
#include "corolint/rt/runtime.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;
int count = 0;

rt::task<int> counts() {
  co_return co_await rt::spawn_blocking([] {
    std::lock_guard lock(guards);
    return count++;
  });
}

int main() { return rt::block_on(counts()); }
