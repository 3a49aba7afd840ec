// Makes the requests of the workload `echo`: `bench-load PORT CONNECTIONS
// REQUESTS`, the port in the order of the network. One thread.

#include "echo.hpp"
#include <array>
#include <sys/epoll.h>

namespace {

using message = std::array<char, 16>;

void send_one(int number) {
  const message sent{};
  if (::send(number, sent.data(), sent.size(), MSG_NOSIGNAL) !=
      static_cast<ssize_t>(sent.size()))
    echo::give_up("send");
}

} // namespace

int main(int count, char **arguments) {
  if (count != 4)
    return 2;
  const sockaddr_in peer =
      echo::loopback(static_cast<in_port_t>(std::atoi(arguments[1])));
  const int connections = std::atoi(arguments[2]);
  const long requests = std::atol(arguments[3]);

  const int events = ::epoll_create1(EPOLL_CLOEXEC);
  std::vector<int> all;
  for (int i = 0; i != connections; ++i) {
    const int number = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(number, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    if (::connect(number, reinterpret_cast<const sockaddr *>(&peer),
                  sizeof(peer)) != 0)
      echo::give_up("connect");
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = number;
    ::epoll_ctl(events, EPOLL_CTL_ADD, number, &event);
    all.push_back(number);
  }
  long sent = 0, answered = 0;
  for (; sent != connections && sent != requests; ++sent)
    send_one(all[static_cast<std::size_t>(sent)]);
  while (answered != requests) {
    std::array<epoll_event, 512> ready;
    const int found = ::epoll_wait(events, ready.data(), ready.size(), -1);
    for (int i = 0; i < found; ++i) {
      const int number = ready[static_cast<std::size_t>(i)].data.fd;
      message heard;
      // So few bytes come in one piece.
      if (::recv(number, heard.data(), heard.size(), 0) !=
          static_cast<ssize_t>(heard.size()))
        echo::give_up("recv");
      ++answered;
      if (sent != requests) {
        ++sent;
        send_one(number);
      }
    }
  }
  for (const int each : all)
    ::close(each);
}
