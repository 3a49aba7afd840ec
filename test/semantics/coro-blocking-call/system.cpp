// A coroutine runs a command and waits for its end.
#include "corolint/rt/runtime.hpp"
#include <cstdlib>

namespace rt = corolint::rt;

rt::task<int> runs() {
  const int status = std::system("true"); // expect: coro-blocking-call
  co_return status;
}

int main() { return rt::block_on(runs()); }
