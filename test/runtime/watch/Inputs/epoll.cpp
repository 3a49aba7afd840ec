// A loop written by hand, without coroutines.
#include <cstdint>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

// expect in handle_slowly: coro-blocking-call
static void handle_slowly() {
  usleep(1000); // expect: coro-blocking-call
}
static void handle() {}

int main() {
  usleep(1000); // the loop has not begun
  const int loop = epoll_create1(0);
  const int event = eventfd(3, EFD_SEMAPHORE | EFD_NONBLOCK);
  epoll_event wanted{};
  wanted.events = EPOLLIN;
  epoll_ctl(loop, EPOLL_CTL_ADD, event, &wanted);
  for (;;) {
    epoll_event ready{};
    if (epoll_wait(loop, &ready, 1, 10) != 1)
      break;
    std::uint64_t count = 0;
    if (read(event, &count, sizeof count) != sizeof count)
      return 1;
    handle_slowly();
    handle();
  }
  usleep(1000); // it is over
}
