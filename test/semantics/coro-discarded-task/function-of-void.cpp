// A lambda that is a coroutine becomes a function of nothing, and its task is lost.
#include "corolint/rt/runtime.hpp"
#include <functional>

namespace rt = corolint::rt;

rt::task<> handles() {
  std::function<void()>([]() -> rt::task<> { co_return; })(); // expect: coro-discarded-task
  co_return;
}

int main() { rt::block_on(handles()); }
