// A coroutine starts a task, does something else, and awaits its end.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

rt::task<int> price() {
  co_await rt::yield();
  co_return 0;
}

rt::task<int> total() {
  rt::join_handle<int> begun = rt::spawn(price());
  co_await rt::yield();
  co_return co_await std::move(begun);
}

int main() { return rt::block_on(total()); }
