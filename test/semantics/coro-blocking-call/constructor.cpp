// A constructor waits for a file to be written.
#include "corolint/rt/runtime.hpp"
#include <cstdio>
#include <unistd.h>

namespace rt = corolint::rt;

class journal {
public:
  explicit journal(int file) : file_(file) { fdatasync(file_); }
  int file() const { return file_; }

private:
  int file_;
};

rt::task<> saves(int file) {
  journal kept(file); // expect: coro-blocking-call
  co_return;
}

int main() {
  std::FILE *const scratch = std::tmpfile();
  rt::block_on(saves(fileno(scratch)));
}
