// A task is awaited in both branches.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

rt::task<int> saves() { co_return 0; }

rt::task<int> handles(bool waits) {
  auto work = saves();
  if (waits) {
    co_await rt::yield();
    co_return co_await std::move(work);
  }
  const int result = co_await std::move(work);
  co_return result;
}

int main() { return rt::block_on(handles(true)); }
