// A task is moved into another variable and awaited there, later.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

rt::task<int> saves() { co_return 0; }

rt::task<int> handles() {
  auto first = saves();
  co_await rt::yield();
  auto second = std::move(first);
  co_return co_await std::move(second);
}

int main() { return rt::block_on(handles()); }
