// A scope ends, and with it the guard, before the await.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;
int count = 0;

rt::task<> counts() {
  {
    std::lock_guard lock(guards);
    ++count;
  }
  co_await rt::yield();
}

int main() { rt::block_on(counts()); }
