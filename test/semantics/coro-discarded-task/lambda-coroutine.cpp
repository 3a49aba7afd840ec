// A lambda that is a coroutine is called like a plain one.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<> handles() {
  const auto saves = [](int) -> rt::task<> { co_return; };
  saves(1); // expect: coro-discarded-task
  co_return;
}

int main() { rt::block_on(handles()); }
