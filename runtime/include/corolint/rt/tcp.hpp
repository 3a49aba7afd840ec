// Connections over TCP.

#ifndef COROLINT_RT_TCP_HPP
#define COROLINT_RT_TCP_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/io_handle.hpp"
#include "corolint/rt/ip_endpoint.hpp"
#include "corolint/rt/result.hpp"
#include "corolint/rt/stream_socket.hpp"
#include "corolint/rt/task.hpp"
#include <system_error>
#include <utility>

namespace corolint::rt {

/// A connection. Reads, writes and is closed as io_handle describes it.
class tcp_stream : public stream_socket {
public:
  using stream_socket::stream_socket;

  /// Connects to \p peer. Being stopped gives the attempt up: nothing is lost,
  /// the peer may have seen it.
  COROLINT_CHECKPOINT
  COROLINT_CANCEL_SAFE static task<result<tcp_stream, std::error_code>>
  connect(ip_endpoint peer);

  /// Small writes leave at once instead of waiting for company.
  COROLINT_NONBLOCKING result<void, std::error_code>
  set_no_delay(bool no_delay) const noexcept;

  COROLINT_NONBLOCKING result<ip_endpoint, std::error_code>
  local_address() const noexcept;
  COROLINT_NONBLOCKING result<ip_endpoint, std::error_code>
  peer_address() const noexcept;
};

/// Waits for connections. Closed as io_handle describes it; several tasks may
/// accept, each gets connections of its own.
class tcp_listener {
public:
  /// No socket: accept fails with bad_file_descriptor.
  tcp_listener() = default;

  /// Listens at \p local; at any free port if that is 0. An address that was
  /// used a moment ago may be used again. Throws no_runtime outside of tasks.
  COROLINT_NONBLOCKING static result<tcp_listener, std::error_code>
  bind(ip_endpoint local, int backlog = 1024);

  /// The next connection. If there are no descriptors or no memory for it,
  /// waits a little and tries again: the connection stays in the queue. To be
  /// stopped loses nothing.
  COROLINT_CHECKPOINT
  COROLINT_CANCEL_SAFE task<result<tcp_stream, std::error_code>>
  accept();

  COROLINT_NONBLOCKING result<ip_endpoint, std::error_code>
  local_address() const noexcept;

  /// As io_handle::close.
  COROLINT_NONBLOCKING void close() noexcept { handle_.close(); }
  bool is_open() const noexcept { return handle_.is_open(); }

private:
  explicit tcp_listener(io_handle handle) noexcept
      : handle_(std::move(handle)) {}

  io_handle handle_;
};

} // namespace corolint::rt

#endif
