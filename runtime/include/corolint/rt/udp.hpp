// Datagrams.

#ifndef COROLINT_RT_UDP_HPP
#define COROLINT_RT_UDP_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/io_handle.hpp"
#include "corolint/rt/ip_endpoint.hpp"
#include "corolint/rt/result.hpp"
#include "corolint/rt/task.hpp"
#include <cstddef>
#include <span>
#include <system_error>
#include <utility>

namespace corolint::rt {

/// Sends and receives datagrams over UDP. Thread-safety and closing as
/// io_handle describes them.
class udp_socket {
public:
  /// No socket: every operation fails with bad_file_descriptor.
  udp_socket() = default;

  /// At \p local; at any free port if that is 0. Throws no_runtime outside of
  /// tasks.
  COROLINT_NONBLOCKING static result<udp_socket, std::error_code>
  bind(ip_endpoint local);

  /// Sends \p datagram; waits while the system has no room for it. Gives how
  /// many bytes, which is all of them. To be stopped loses nothing.
  COROLINT_CHECKPOINT
  COROLINT_CANCEL_SAFE task<result<std::size_t, std::error_code>>
  send_to(std::span<const std::byte> datagram, ip_endpoint peer);

  struct received {
    std::size_t size; ///< of what is in the buffer; a longer rest is lost
    ip_endpoint from;
  };

  /// Receives one datagram. To be stopped loses none.
  COROLINT_CHECKPOINT
  COROLINT_CANCEL_SAFE task<result<received, std::error_code>>
  receive_from(std::span<std::byte> into);

  COROLINT_NONBLOCKING result<ip_endpoint, std::error_code>
  local_address() const noexcept;

  /// As io_handle::close.
  COROLINT_NONBLOCKING void close() noexcept { handle_.close(); }
  bool is_open() const noexcept { return handle_.is_open(); }

private:
  explicit udp_socket(io_handle handle) noexcept : handle_(std::move(handle)) {}

  io_handle handle_;
};

} // namespace corolint::rt

#endif
