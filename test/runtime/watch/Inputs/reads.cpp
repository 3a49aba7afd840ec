// What a loop reads is the same with the library, and an address is no name.

#include <cerrno>
#include <cstdint>
#include <netdb.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

/// All that was asked for, although the first half comes before the second.
static bool reads_all() {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0 ||
      write(ends[1], "ab", 2) != 2)
    return false;
  std::thread late([&ends] {
    usleep(20'000);
    if (write(ends[1], "cd", 2) != 2)
      _exit(9);
  });
  char text[4];
  const ssize_t count = recv(ends[0], text, sizeof text, MSG_WAITALL);
  late.detach();
  return count == 4;
}

/// Nothing is asked for: nobody waits.
static bool reads_nothing() {
  int ends[2];
  char text = 0;
  return socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0 &&
         read(ends[0], &text, 0) == 0;
}

/// A read that works leaves the error of another call as it was.
static bool keeps_error() {
  int ends[2];
  if (pipe(ends) != 0 || write(ends[1], "a", 1) != 1)
    return false;
  errno = ENOENT;
  char text = 0;
  return read(ends[0], &text, 1) == 1 && errno == ENOENT;
}

/// What is not there, and an end.
static bool sees_the_end() {
  int ends[2];
  char text = 0;
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends) != 0 ||
      read(ends[0], &text, 1) != -1 || errno != EAGAIN)
    return false;
  close(ends[1]);
  return read(ends[0], &text, 1) == 0 &&
         recv(ends[0], &text, 1, MSG_WAITALL) == 0;
}

/// Nobody is asked for these: they say themselves what they are.
static bool resolves_addresses() {
  for (const char *const host :
       {"127.0.0.1", "::1", static_cast<const char *>(nullptr)}) {
    addrinfo *found = nullptr;
    if (getaddrinfo(host, "80", nullptr, &found) != 0)
      return false;
    freeaddrinfo(found);
  }
  return true;
}

int main() {
  const int poller = epoll_create1(0);
  const int wakes = eventfd(1, 0);
  epoll_event asked{.events = EPOLLIN, .data = {.fd = wakes}};
  epoll_ctl(poller, EPOLL_CTL_ADD, wakes, &asked);
  epoll_event seen{};
  std::uint64_t count = 0;
  if (epoll_wait(poller, &seen, 1, -1) != 1 ||
      read(wakes, &count, sizeof count) != sizeof count || count != 1)
    return 1;
  if (!reads_all())
    return 2;
  if (!reads_nothing())
    return 3;
  if (!keeps_error())
    return 4;
  if (!sees_the_end())
    return 5;
  return resolves_addresses() ? 0 : 6;
}
