// An algorithm of the standard library calls a lambda that sleeps.
#include "corolint/rt/runtime.hpp"
#include <algorithm>
#include <unistd.h>
#include <vector>

namespace rt = corolint::rt;

rt::task<> waits() {
  const std::vector<int> spans{1, 1};
  std::for_each(spans.begin(), spans.end(), [](int span) { usleep(span); }); // expect: coro-blocking-call
  co_return;
}

int main() { rt::block_on(waits()); }
