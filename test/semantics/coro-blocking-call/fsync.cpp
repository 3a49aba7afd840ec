// A coroutine waits until a file is on the disk.
#include "corolint/rt/runtime.hpp"
#include <cstdio>
#include <unistd.h>

namespace rt = corolint::rt;

rt::task<> saves(int file) {
  fsync(file); // expect: coro-blocking-call
  co_return;
}

int main() {
  std::FILE *const scratch = std::tmpfile();
  rt::block_on(saves(fileno(scratch)));
}
