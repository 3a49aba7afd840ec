// A task is the argument of a coroutine that awaits it.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

rt::task<int> saves() { co_return 0; }

rt::task<int> later(rt::task<int> work) {
  co_await rt::yield();
  co_return co_await std::move(work);
}

rt::task<int> handles() { co_return co_await later(saves()); }

int main() { return rt::block_on(handles()); }
