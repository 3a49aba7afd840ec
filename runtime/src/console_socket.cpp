#include "console_socket.hpp"
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace corolint::rt::detail {

namespace {

constexpr std::size_t longest_path = sizeof(sockaddr_un::sun_path) - 1;

sockaddr_un address_of(const std::string &path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  return address;
}

int open_socket() {
  return ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}

bool call_with(int (*call)(int, const sockaddr *, socklen_t), int descriptor,
               const std::string &path) {
  const sockaddr_un address = address_of(path);
  return call(descriptor, reinterpret_cast<const sockaddr *>(&address),
              sizeof address) == 0;
}

/// True if a program listens there. A socket whose program is gone refuses.
bool is_in_use(const std::string &path) {
  const int probe = open_socket();
  const bool in_use =
      call_with(::connect, probe, path) || errno != ECONNREFUSED;
  ::close(probe);
  return in_use;
}

[[noreturn]] void fail(const std::string &path, const std::string &why) {
  throw std::runtime_error("the console cannot listen at '" + path +
                           "': " + why);
}

} // namespace

console_socket::console_socket(std::string path) : path_(std::move(path)) {
  if (path_.size() > longest_path)
    fail(path_, "the path of a socket has at most " +
                    std::to_string(longest_path) + " bytes");
  descriptor_ = open_socket();
  if (descriptor_ < 0)
    fail(path_, std::strerror(errno));
  try {
    bind_to_path();
  } catch (...) {
    ::close(descriptor_);
    throw;
  }
}

void console_socket::bind_to_path() {
  // On Linux the file gets the mode that the socket has.
  ::fchmod(descriptor_, S_IRUSR | S_IWUSR);
  struct stat file{};
  if (!call_with(::bind, descriptor_, path_)) {
    if (errno != EADDRINUSE)
      fail(path_, std::strerror(errno));
    if (::lstat(path_.c_str(), &file) != 0 || !S_ISSOCK(file.st_mode))
      fail(path_, "there is a file that is no socket");
    if (is_in_use(path_))
      fail(path_, "another program listens there");
    ::unlink(path_.c_str());
    if (!call_with(::bind, descriptor_, path_))
      fail(path_, std::strerror(errno));
  }
  if (::stat(path_.c_str(), &file) == 0)
    file_ = {file.st_dev, file.st_ino};
  if (::listen(descriptor_, SOMAXCONN) != 0)
    fail(path_, std::strerror(errno));
}

console_socket::~console_socket() {
  if (descriptor_ < 0)
    return;
  // Not one that somebody else has put there meanwhile.
  struct stat file{};
  if (::stat(path_.c_str(), &file) == 0 &&
      file_ == std::pair(file.st_dev, file.st_ino))
    ::unlink(path_.c_str());
  ::close(descriptor_);
}

int console_socket::accept() const noexcept {
  return ::accept4(descriptor_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

} // namespace corolint::rt::detail
