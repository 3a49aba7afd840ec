// What all kinds of sockets do with the system.

#ifndef COROLINT_RT_SRC_SOCKET_HPP
#define COROLINT_RT_SRC_SOCKET_HPP

#include "corolint/rt/detail/io_call.hpp"
#include "corolint/rt/io_handle.hpp"
#include "corolint/rt/ip_endpoint.hpp"
#include "corolint/rt/result.hpp"
#include "corolint/rt/task.hpp"
#include <string>
#include <sys/socket.h>
#include <system_error>
#include <utility>

namespace corolint::rt::detail {

/// An address as the system has it.
struct native_address {
  sockaddr_storage storage{};
  socklen_t size = sizeof(sockaddr_storage);

  sockaddr *get() noexcept { return reinterpret_cast<sockaddr *>(&storage); }
  const sockaddr *get() const noexcept {
    return reinterpret_cast<const sockaddr *>(&storage);
  }
};

native_address to_native(const ip_endpoint &from) noexcept;
ip_endpoint from_native(const native_address &from) noexcept;
/// The address of a socket with a name. A leading zero is the abstract
/// namespace of Linux. filename_too_long if it does not fit.
result<native_address, std::error_code> to_native(const std::string &path);

/// A number that is closed unless it is taken out.
class fresh_socket {
public:
  /// Does not block and is not inherited. Negative, with errno, if refused.
  fresh_socket(int family, int type) noexcept;
  fresh_socket(const fresh_socket &) = delete;
  ~fresh_socket();

  int get() const noexcept { return number_; }
  explicit operator bool() const noexcept { return number_ >= 0; }
  int release() noexcept { return std::exchange(number_, -1); }

private:
  int number_;
};

/// The error of the last system call of this thread.
failure<std::error_code> last_failure() noexcept;

/// Sets an option that is a number.
bool set_option(int number, int level, int option, int value) noexcept;

/// Binds and listens.
result<io_handle, std::error_code> listen_at(const native_address &address,
                                             int backlog);

/// Waits for a connection. \p listener outlives the task or is closed.
task<result<io_handle, std::error_code>> accept_one(io_use listener);

/// Connects a stream socket.
task<result<io_handle, std::error_code>> connect_to(native_address address);

/// Asks \p ask, getsockname or getpeername.
result<ip_endpoint, std::error_code>
endpoint_of(const io_handle &socket,
            int (*ask)(int, sockaddr *, socklen_t *)) noexcept;

} // namespace corolint::rt::detail

#endif
