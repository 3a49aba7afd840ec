#include "connection.hpp"
#include "target.hpp"
#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace corolint::console {

connection::connection(const std::string &path) : path_(path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path)
    throw failure("'" + path + "' is too long for the path of a socket");
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  descriptor_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (::connect(descriptor_, reinterpret_cast<const sockaddr *>(&address),
                sizeof address) == 0)
    return;
  const std::string why = errno == ECONNREFUSED
                              ? "the program that listened there has ended"
                              : std::strerror(errno);
  ::close(descriptor_);
  throw failure("no program at '" + path + "': " + why);
}

connection::~connection() { ::close(descriptor_); }

std::string connection::ask() {
  constexpr std::string_view request = "dump\n";
  constexpr int patience = 10'000;
  const failure ended("the program at '" + path_ + "' has ended");
  if (::send(descriptor_, request.data(), request.size(), MSG_NOSIGNAL) < 0)
    throw ended;
  std::size_t end = std::string::npos;
  while ((end = read_.find('\n')) == std::string::npos) {
    pollfd answer{descriptor_, POLLIN, 0};
    // A resized window interrupts.
    const int ready = ::poll(&answer, 1, patience);
    if (ready < 0 && errno == EINTR)
      continue;
    if (ready <= 0)
      throw failure("the program at '" + path_ +
                    "' has not answered for 10 seconds");
    std::array<char, 65536> some;
    const ssize_t count = ::read(descriptor_, some.data(), some.size());
    if (count <= 0)
      throw ended;
    read_.append(some.data(), static_cast<std::size_t>(count));
  }
  std::string line = read_.substr(0, end);
  read_.erase(0, end + 1);
  return line;
}

} // namespace corolint::console
