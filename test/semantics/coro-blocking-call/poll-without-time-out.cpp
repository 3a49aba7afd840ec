// A coroutine looks at a pipe and does not wait for it.
#include "corolint/rt/runtime.hpp"
#include <poll.h>
#include <unistd.h>

namespace rt = corolint::rt;

rt::task<int> looks(int from) {
  pollfd watched{from, POLLIN, 0};
  co_return poll(&watched, 1, 0);
}

int main() {
  int ends[2];
  if (pipe(ends) != 0)
    return 1;
  return rt::block_on(looks(ends[0]));
}
