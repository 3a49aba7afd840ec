// A variable gets a second task after the first was awaited.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<int> saves(int value) { co_return value; }

rt::task<int> handles() {
  auto work = saves(1);
  const int first = co_await std::move(work);
  work = saves(1);
  co_return first - co_await std::move(work);
}

int main() { return rt::block_on(handles()); }
