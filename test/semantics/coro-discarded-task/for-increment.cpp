// A loop calls a task where it counts.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<> ticks() { co_return; }

rt::task<> handles() {
  bool is_first = true;
  for (; is_first; ticks()) // expect: coro-discarded-task
    is_first = false;
  co_return;
}

int main() { rt::block_on(handles()); }
