// A task stands on the left side of a comma.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<> saves() { co_return; }
rt::task<> logs() { co_return; }

rt::task<> handles() {
  saves(), co_await logs(); // expect: coro-discarded-task
}

int main() { rt::block_on(handles()); }
