// A conditional expression chooses a task and lets it go.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<> saves() { co_return; }
rt::task<> removes() { co_return; }

rt::task<> handles(bool keeps) {
  keeps ? saves() : removes(); // expect: coro-discarded-task
  co_return;
}

int main() { rt::block_on(handles(true)); }
