// A plain function returns the task of a coroutine, and its caller lets it go.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<> saves(int) { co_return; }

rt::task<> saves_default() { return saves(0); }

rt::task<> handles() {
  saves_default(); // expect: coro-discarded-task
  co_return;
}

int main() { rt::block_on(handles()); }
