// A coroutine takes the lock of a file only if it is free.
#include "corolint/rt/runtime.hpp"
#include <cstdio>
#include <sys/file.h>

namespace rt = corolint::rt;

rt::task<int> locks(int file) {
  const int failed = flock(file, LOCK_EX | LOCK_NB);
  flock(file, LOCK_UN);
  co_return failed;
}

int main() {
  std::FILE *const scratch = std::tmpfile();
  return rt::block_on(locks(fileno(scratch)));
}
