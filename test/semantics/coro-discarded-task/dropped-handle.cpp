// A task is spawned and its handle let go, which stops it.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

rt::task<> saves() { co_await rt::yield(); }

rt::task<> handles() {
  rt::spawn(saves()); // expect: coro-discarded-task
  co_return;
}

int main() { rt::block_on(handles()); }
