// The main function calls a task and lets it go.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<> saves() { co_return; }

int main() {
  saves(); // expect: coro-discarded-task
}
