// The ways in which loops wait for events, each on a thread of its own.
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

static void after_epoll_pwait() { usleep(100); }  // expect: coro-blocking-call
static void after_epoll_pwait2() { usleep(100); } // expect: coro-blocking-call
static void after_poll() { usleep(100); }         // expect: coro-blocking-call
static void after_ppoll() { usleep(100); }        // expect: coro-blocking-call
static void after_io_uring() { usleep(100); }     // expect: coro-blocking-call
static void after_an_answer() { usleep(100); }
static void after_a_pause() { usleep(100); }

template <class Wait> static void run(const Wait &wait, void (*handle)()) {
  std::thread([&] {
    wait();
    handle();
  }).join();
}

int main() {
  const int epoll = epoll_create1(0);
  const int event = eventfd(0, EFD_NONBLOCK);
  int ends[2];
  if (pipe(ends) != 0)
    return 1;
  epoll_event ready{};
  const timespec brief{0, 1'000'000};
  pollfd wakes[] = {{ends[0], POLLIN, 0}, {event, POLLIN, 0}};
  run([&] { epoll_pwait(epoll, &ready, 1, 1, nullptr); }, after_epoll_pwait);
  run([&] { epoll_pwait2(epoll, &ready, 1, &brief, nullptr); },
      after_epoll_pwait2);
  run([&] { poll(wakes, 2, 1); }, after_poll);
  run([&] { ppoll(wakes, 2, &brief, nullptr); }, after_ppoll);
  // There is no such ring: that it would wait is enough.
  run([&] { syscall(SYS_io_uring_enter, -1, 0, 1, 1, nullptr, 0); },
      after_io_uring);
  // Nobody can wake these.
  run([&] { poll(wakes, 1, 1); }, after_an_answer);
  run([&] { poll(nullptr, 0, 1); }, after_a_pause);
}
