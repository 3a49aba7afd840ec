// A plain function returns the task that it makes, and a coroutine awaits it.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<int> saves(int value) { co_return value; }

rt::task<int> saves_nothing() {
  auto work = saves(0);
  return work;
}

rt::task<int> handles() { co_return co_await saves_nothing(); }

int main() { return rt::block_on(handles()); }
