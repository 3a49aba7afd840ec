// A coroutine polls a pipe that stays empty, with a time-out.
#include "corolint/rt/runtime.hpp"
#include <poll.h>
#include <unistd.h>

namespace rt = corolint::rt;

rt::task<int> asks(int from) {
  pollfd watched{from, POLLIN, 0};
  co_return poll(&watched, 1, 5); // expect: coro-blocking-call
}

int main() {
  int ends[2];
  if (pipe(ends) != 0)
    return 1;
  return rt::block_on(asks(ends[0]));
}
