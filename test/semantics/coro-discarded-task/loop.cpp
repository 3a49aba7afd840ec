// A loop calls a task for each element and lets it go.
#include "corolint/rt/runtime.hpp"
#include <vector>

namespace rt = corolint::rt;

rt::task<> saves(int) { co_return; }

rt::task<> handles(std::vector<int> all) {
  for (const int each : all)
    saves(each); // expect: coro-discarded-task
  co_return;
}

int main() { rt::block_on(handles({1, 2})); }
