// A coroutine asks whether a child process has ended.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <sys/wait.h>
#include <unistd.h>

namespace rt = corolint::rt;

rt::task<> reaps(pid_t child) {
  while (waitpid(child, nullptr, WNOHANG) == 0)
    co_await rt::sleep_for(std::chrono::milliseconds(1));
}

int main() {
  const pid_t child = fork();
  if (child == 0)
    _exit(0);
  rt::block_on(reaps(child));
}
