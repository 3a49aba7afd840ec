// What the servers of the workload `echo` start from: connections over which
// another process sends requests of 16 bytes, one at a time on each, until all
// have been answered; then it closes them.

#ifndef COROLINT_BENCH_ECHO_HPP
#define COROLINT_BENCH_ECHO_HPP

#include <arpa/inet.h>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace echo {

[[noreturn]] inline void give_up(const char *what) {
  std::perror(what);
  std::exit(4);
}

/// An address of this host alone.
inline sockaddr_in loopback(in_port_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = port;
  return address;
}

/// The process at the other end, a program of its own so that it can be told
/// apart, and the descriptors of the connections: they do not block.
class load {
public:
  load(int connections, long requests) {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof(address);
    auto *const any = reinterpret_cast<sockaddr *>(&address);
    if (::bind(listener, any, size) != 0 ||
        ::listen(listener, connections) != 0 ||
        ::getsockname(listener, any, &size) != 0)
      give_up("listen");
    const std::string program =
        std::filesystem::read_symlink("/proc/self/exe").parent_path() /
        "bench-load";
    const std::string port = std::to_string(address.sin_port);
    const std::string count = std::to_string(connections);
    const std::string total = std::to_string(requests);
    process_ = ::fork();
    if (process_ == 0) {
      ::execl(program.c_str(), program.c_str(), port.c_str(), count.c_str(),
              total.c_str(), nullptr);
      give_up(program.c_str());
    }
    for (int i = 0; i != connections; ++i) {
      const int number =
          ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
      if (number < 0)
        give_up("accept");
      const int on = 1;
      ::setsockopt(number, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
      descriptors.push_back(number);
    }
    ::close(listener);
  }
  load(const load &) = delete;
  ~load() {
    int status = 0;
    if (::waitpid(process_, &status, 0) != process_ || status != 0) {
      std::fputs("the other end has failed\n", stderr);
      std::exit(4);
    }
  }

  std::vector<int> descriptors; ///< the server's

private:
  pid_t process_;
};

} // namespace echo

#endif
