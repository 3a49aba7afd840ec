// What is awaited under the lock is always ready.
#include "corolint/rt/runtime.hpp"
#include <coroutine>
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;
int count = 0;

rt::task<> counts() {
  std::lock_guard lock(guards);
  co_await std::suspend_never();
  ++count;
}

int main() { rt::block_on(counts()); }
