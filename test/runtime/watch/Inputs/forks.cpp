// A loop that starts children: they are not the loop.
#include <cstdlib>
#include <sys/epoll.h>
#include <sys/wait.h>
#include <unistd.h>

static int loop_of_child() {
  const int loop = epoll_create1(0);
  epoll_event ready{};
  for (int i = 0; i != 3; ++i)
    if (epoll_wait(loop, &ready, 1, 150) != 0)
      return 1;
  return 0;
}

static pid_t start(bool with_loop) {
  const pid_t child = fork();
  if (child == 0) {
    usleep(1000);
    _exit(with_loop ? loop_of_child() : 0);
  }
  return child;
}

static int wait_for(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0); // expect: coro-blocking-call
  return status;
}

static int start_program() {
  return std::system("exit 0"); // expect: coro-blocking-call
}

static int handle() {
  return wait_for(start(false)) + wait_for(start(true)) + start_program();
}

int main() {
  const int loop = epoll_create1(0);
  epoll_event ready{};
  epoll_wait(loop, &ready, 1, 1);
  const int failed = handle();
  epoll_wait(loop, &ready, 1, 1);
  return failed;
}
