// A lambda takes a task and does nothing with it.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<> saves() { co_return; }

rt::task<> handles() {
  [](rt::task<> work) {}(saves()); // expect: coro-discarded-task
  co_return;
}

int main() { rt::block_on(handles()); }
