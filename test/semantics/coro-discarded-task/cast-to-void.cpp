// A cast to void silences the compiler and runs nothing.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<> saves() { co_return; }

rt::task<> handles() {
  (void)saves(); // expect: coro-discarded-task
  co_return;
}

int main() { rt::block_on(handles()); }
