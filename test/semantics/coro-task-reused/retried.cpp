// A coroutine that failed is called again, which makes another task.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <stdexcept>

namespace rt = corolint::rt;

int tries = 0;

rt::task<int> fetch() {
  if (++tries == 1)
    throw std::runtime_error("no answer");
  co_return tries;
}

rt::task<> uses() {
  bool failed = false;
  try {
    co_await fetch();
  } catch (const std::runtime_error &) {
    failed = true;
  }
  if (failed)
    co_await fetch();
}

int main() { rt::block_on(uses()); }
