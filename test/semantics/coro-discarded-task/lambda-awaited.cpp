// A lambda that is a coroutine is called and awaited.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

rt::task<int> handles() {
  int saved = 1;
  const auto saves = [&saved](int value) -> rt::task<> {
    co_await rt::yield();
    saved = value;
  };
  co_await saves(0);
  co_return saved;
}

int main() { return rt::block_on(handles()); }
