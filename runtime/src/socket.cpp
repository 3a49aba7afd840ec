#include "socket.hpp"
#include "corolint/rt/time.hpp"
#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <netinet/in.h>
#include <optional>
#include <sys/un.h>
#include <unistd.h>

namespace corolint::rt::detail {

native_address to_native(const ip_endpoint &from) noexcept {
  native_address native;
  if (from.is_v6()) {
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_port = htons(from.port());
    address.sin6_scope_id = from.scope();
    std::memcpy(&address.sin6_addr, from.address().data(), 16);
    std::memcpy(&native.storage, &address, sizeof(address));
    native.size = sizeof(address);
  } else {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(from.port());
    std::memcpy(&address.sin_addr, from.address().data(), 4);
    std::memcpy(&native.storage, &address, sizeof(address));
    native.size = sizeof(address);
  }
  return native;
}

ip_endpoint from_native(const native_address &from) noexcept {
  std::array<std::uint8_t, 16> bytes{};
  if (from.storage.ss_family == AF_INET6) {
    sockaddr_in6 address;
    std::memcpy(&address, &from.storage, sizeof(address));
    std::memcpy(bytes.data(), &address.sin6_addr, 16);
    return {true, bytes, ntohs(address.sin6_port), address.sin6_scope_id};
  }
  sockaddr_in address;
  std::memcpy(&address, &from.storage, sizeof(address));
  std::memcpy(bytes.data(), &address.sin_addr, 4);
  return {false, bytes, ntohs(address.sin_port)};
}

result<native_address, std::error_code> to_native(const std::string &path) {
  native_address native;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const bool abstract = !path.empty() && path.front() == '\0';
  // A path ends with a zero, a name in the abstract namespace does not.
  if (path.size() + (abstract ? 0 : 1) > sizeof(address.sun_path))
    return io_failure(std::errc::filename_too_long);
  std::memcpy(address.sun_path, path.data(), path.size());
  std::memcpy(&native.storage, &address, sizeof(address));
  native.size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) +
                                       path.size() + (abstract ? 0 : 1));
  return native;
}

fresh_socket::fresh_socket(int family, int type) noexcept
    : number_(::socket(family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) {}

fresh_socket::~fresh_socket() {
  if (number_ >= 0)
    ::close(number_);
}

failure<std::error_code> last_failure() noexcept { return io_failure(errno); }

bool set_option(int number, int level, int option, int value) noexcept {
  return ::setsockopt(number, level, option, &value, sizeof(value)) == 0;
}

result<io_handle, std::error_code> listen_at(const native_address &address,
                                             int backlog) {
  fresh_socket socket(address.storage.ss_family, SOCK_STREAM);
  if (!socket)
    return last_failure();
  if (address.storage.ss_family != AF_UNIX &&
      !set_option(socket.get(), SOL_SOCKET, SO_REUSEADDR, 1))
    return last_failure();
  if (::bind(socket.get(), address.get(), address.size) != 0 ||
      ::listen(socket.get(), backlog) != 0)
    return last_failure();
  return io_handle::adopt(socket.release());
}

namespace {

/// The connection was gone before it was taken; there may be others.
bool is_of_the_connection(int error) noexcept {
  switch (error) {
  case ECONNABORTED:
  case EPROTO:
  case ENOPROTOOPT:
  case ENETDOWN:
  case ENETUNREACH:
  case EHOSTDOWN:
  case EHOSTUNREACH:
  case ENONET:
  case EOPNOTSUPP:
  case EPERM:
    return true;
  default:
    return false;
  }
}

/// The system lacks something that others may give back.
bool is_exhaustion(int error) noexcept {
  return error == EMFILE || error == ENFILE || error == ENOBUFS ||
         error == ENOMEM;
}

constexpr std::chrono::milliseconds first_pause(1);
constexpr std::chrono::milliseconds longest_pause(50);

/// What a connection that is being made has come to; nothing if it goes on.
std::optional<int> outcome_of_connect(int number) noexcept {
  int error = 0;
  socklen_t size = sizeof(error);
  if (::getsockopt(number, SOL_SOCKET, SO_ERROR, &error, &size) != 0)
    return errno;
  if (error != 0)
    return error;
  native_address peer;
  if (::getpeername(number, peer.get(), &peer.size) == 0)
    return 0;
  if (errno == ENOTCONN)
    return std::nullopt;
  return errno;
}

} // namespace

task<result<io_handle, std::error_code>> accept_one(io_use listener) {
  if (!listener)
    co_return io_failure(std::errc::bad_file_descriptor);
  std::chrono::milliseconds pause = first_pause;
  for (;;) {
    const auto accepted = co_await io_call(
        io_use(&*listener), &io_source::reading, 0, [](int number) noexcept {
          for (;;) {
            const ssize_t made = ::accept4(number, nullptr, nullptr,
                                           SOCK_NONBLOCK | SOCK_CLOEXEC);
            if (made >= 0 || !is_of_the_connection(errno))
              return made;
          }
        });
    std::error_code error;
    if (accepted) {
      // Nothing suspends between the system call and its owner.
      auto made = io_handle::adopt(static_cast<int>(*accepted));
      if (made)
        co_return made;
      error = made.error();
    } else {
      error = accepted.error();
    }
    if (listener->is_closed())
      co_return io_failure(std::errc::operation_canceled);
    if (!is_exhaustion(error.value()))
      co_return failure(error);
    co_await sleep_for(pause);
    pause = std::min(2 * pause, longest_pause);
  }
}

task<result<io_handle, std::error_code>> connect_to(native_address address) {
  co_await io_turn();
  fresh_socket socket(address.storage.ss_family, SOCK_STREAM);
  if (!socket)
    co_return last_failure();
  for (std::chrono::milliseconds pause = first_pause;;) {
    if (::connect(socket.get(), address.get(), address.size) == 0 ||
        errno == EINPROGRESS || errno == EINTR)
      break;
    // The queue of a listener with a name is full; nobody tells when it is not.
    if (errno != EAGAIN || address.storage.ss_family != AF_UNIX)
      co_return last_failure();
    co_await sleep_for(pause);
    pause = std::min(2 * pause, longest_pause);
  }
  // Only now: before, it would be reported as hung up.
  COROLINT_TRY(io_handle made, io_handle::adopt(socket.release()));
  COROLINT_TRY(const std::size_t error,
               co_await io_call(made.use(), &io_source::writing, 0,
                                [](int number) noexcept -> ssize_t {
                                  if (const auto come =
                                          outcome_of_connect(number))
                                    return *come;
                                  errno = EAGAIN;
                                  return -1;
                                }));
  if (error != 0)
    co_return io_failure(static_cast<int>(error));
  co_return made;
}

result<ip_endpoint, std::error_code>
endpoint_of(const io_handle &socket,
            int (*ask)(int, sockaddr *, socklen_t *)) noexcept {
  const io_use use = socket.use();
  if (!use)
    return io_failure(std::errc::bad_file_descriptor);
  native_address address;
  if (ask(use->number, address.get(), &address.size) != 0)
    return last_failure();
  return from_native(address);
}

} // namespace corolint::rt::detail
