// A coroutine waits before it tries again, in an exception handler.
#include "corolint/rt/runtime.hpp"
#include <stdexcept>
#include <unistd.h>

namespace rt = corolint::rt;

int asks(int attempt) {
  if (attempt == 0)
    throw std::runtime_error("busy");
  return attempt;
}

rt::task<int> retries() {
  for (int attempt = 0;; ++attempt)
    try {
      co_return asks(attempt);
    } catch (const std::runtime_error &) {
      usleep(1000); // expect: coro-blocking-call
    }
}

int main() { rt::block_on(retries()); }
