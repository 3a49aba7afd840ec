// Tasks are put into a container that dies with them.
#include "corolint/rt/runtime.hpp"
#include <array>

namespace rt = corolint::rt;

rt::task<> saves(int) { co_return; }

rt::task<> handles() {
  std::array<rt::task<>, 2> all{saves(1), saves(2)}; // expect: coro-discarded-task
  co_return;
}

int main() { rt::block_on(handles()); }
