// A coroutine waits for the lock of a file.
#include "corolint/rt/runtime.hpp"
#include <cstdio>
#include <sys/file.h>

namespace rt = corolint::rt;

rt::task<> locks(int file) {
  flock(file, LOCK_EX); // expect: coro-blocking-call
  co_return;
}

int main() {
  std::FILE *const scratch = std::tmpfile();
  rt::block_on(locks(fileno(scratch)));
}
