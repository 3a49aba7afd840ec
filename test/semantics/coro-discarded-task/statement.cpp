// A task is called and its result let go.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<> saves() { co_return; }

rt::task<> handles() {
  saves(); // expect: coro-discarded-task
  co_return;
}

int main() { rt::block_on(handles()); }
