// A coroutine waits for a child process.
#include "corolint/rt/runtime.hpp"
#include <sys/wait.h>
#include <unistd.h>

namespace rt = corolint::rt;

rt::task<int> reaps(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0); // expect: coro-blocking-call
  co_return status;
}

int main() {
  const pid_t child = fork();
  if (child == 0)
    _exit(0);
  return rt::block_on(reaps(child));
}
