// A coroutine opens a file by the constructor of a stream.
#include "corolint/rt/runtime.hpp"
#include <fstream>

namespace rt = corolint::rt;

rt::task<bool> loads(const char *path) {
  std::ifstream from(path); // expect: coro-blocking-call
  co_return from.is_open();
}

int main() { rt::block_on(loads("/etc/passwd")); }
