// A coroutine makes a lambda that sleeps, and main calls it.
#include "corolint/rt/runtime.hpp"
#include <functional>
#include <unistd.h>

namespace rt = corolint::rt;

rt::task<std::function<void()>> prepares() {
  std::function<void()> later = [] { usleep(1000); };
  co_return later;
}

int main() { rt::block_on(prepares())(); }
