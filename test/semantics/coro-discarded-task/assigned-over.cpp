// A variable gets a second task before the first was awaited.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<> saves(int) { co_return; }

rt::task<> handles() {
  rt::task<> work = saves(1); // expect: coro-discarded-task
  work = saves(2);
  co_await std::move(work);
}

int main() { rt::block_on(handles()); }
