// Two tasks are to be joined, and nobody awaits that.
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

rt::task<> saves() { co_return; }
rt::task<> logs() { co_return; }

rt::task<> handles() {
  rt::join(saves(), logs()); // expect: coro-discarded-task
  co_return;
}

int main() { rt::block_on(handles()); }
