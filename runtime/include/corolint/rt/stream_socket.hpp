// What the sockets of TCP and those with a name have in common: two streams of
// bytes, one in each direction.

#ifndef COROLINT_RT_STREAM_SOCKET_HPP
#define COROLINT_RT_STREAM_SOCKET_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/io_handle.hpp"
#include "corolint/rt/result.hpp"
#include <system_error>
#include <utility>

namespace corolint::rt {

class stream_socket;

/// The half of a stream that is read. Thread-safety as io_handle.
class read_half {
public:
  /// As io_handle::read_some.
  COROLINT_CHECKPOINT
  COROLINT_CANCEL_SAFE task<result<std::size_t, std::error_code>>
  read_some(std::span<std::byte> into) {
    return handle_.read_some(into);
  }

  /// Closes the whole stream, both halves, as io_handle::close.
  COROLINT_NONBLOCKING void close() noexcept { handle_.close(); }
  bool is_open() const noexcept { return handle_.is_open(); }

private:
  friend stream_socket;
  explicit read_half(io_handle handle) noexcept : handle_(std::move(handle)) {}

  io_handle handle_;
};

/// The half of a stream that is written. Dropped, it tells the peer that
/// nothing follows. Thread-safety as io_handle.
class write_half {
public:
  write_half(write_half &&) = default;
  write_half &operator=(write_half &&other) noexcept;
  ~write_half();

  /// As io_handle::write_some.
  COROLINT_CHECKPOINT
  COROLINT_CANCEL_SAFE task<result<std::size_t, std::error_code>>
  write_some(std::span<const std::byte> from) {
    return handle_.write_some(from);
  }

  /// Tells the peer that nothing follows: it reads the end of the stream.
  COROLINT_NONBLOCKING result<void, std::error_code> shutdown() noexcept;

  /// Closes the whole stream, both halves, as io_handle::close.
  COROLINT_NONBLOCKING void close() noexcept { handle_.close(); }
  bool is_open() const noexcept { return handle_.is_open(); }

private:
  friend stream_socket;
  explicit write_half(io_handle handle) noexcept : handle_(std::move(handle)) {}

  io_handle handle_;
};

/// Reads and writes as io_handle does, with its thread-safety. Dropped: closed.
class stream_socket : public io_handle {
public:
  stream_socket() = default;
  /// A stream socket that is connected.
  explicit stream_socket(io_handle connected) noexcept
      : io_handle(std::move(connected)) {}

  /// Tells the peer that nothing follows: it reads the end of the stream. To
  /// read goes on.
  COROLINT_NONBLOCKING result<void, std::error_code>
  shutdown_write() const noexcept;

  /// For two tasks, each with a half. The stream is closed when both are gone.
  std::pair<read_half, write_half> split() && noexcept;
};

} // namespace corolint::rt

#endif
