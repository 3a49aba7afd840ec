// Streams between the processes of one host.

#ifndef COROLINT_RT_UNIX_SOCKET_HPP
#define COROLINT_RT_UNIX_SOCKET_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/io_handle.hpp"
#include "corolint/rt/result.hpp"
#include "corolint/rt/stream_socket.hpp"
#include "corolint/rt/task.hpp"
#include <string>
#include <system_error>
#include <utility>

namespace corolint::rt {

/// A stream to a process of this host. Reads, writes and is closed as io_handle
/// describes it.
class unix_stream : public stream_socket {
public:
  using stream_socket::stream_socket;

  /// Connects to who listens at \p path; a path with a leading zero byte is a
  /// name without a file. Waits while the queue there is full. To be stopped
  /// loses nothing.
  COROLINT_CHECKPOINT
  COROLINT_CANCEL_SAFE static task<result<unix_stream, std::error_code>>
  connect(std::string path);

  /// Two streams that are connected to each other. Throws no_runtime outside of
  /// tasks.
  COROLINT_NONBLOCKING static result<std::pair<unix_stream, unix_stream>,
                                     std::error_code>
  pair();
};

/// Waits for connections. As tcp_listener.
class unix_listener {
public:
  unix_listener() = default;

  /// Listens at \p path, which must not exist and is not removed at the end; a
  /// path with a leading zero byte is a name without a file. Throws no_runtime
  /// outside of tasks.
  COROLINT_NONBLOCKING static result<unix_listener, std::error_code>
  bind(const std::string &path, int backlog = 1024);

  /// As tcp_listener::accept.
  COROLINT_CHECKPOINT
  COROLINT_CANCEL_SAFE task<result<unix_stream, std::error_code>>
  accept();

  /// As io_handle::close.
  COROLINT_NONBLOCKING void close() noexcept { handle_.close(); }
  bool is_open() const noexcept { return handle_.is_open(); }

private:
  explicit unix_listener(io_handle handle) noexcept
      : handle_(std::move(handle)) {}

  io_handle handle_;
};

} // namespace corolint::rt

#endif
