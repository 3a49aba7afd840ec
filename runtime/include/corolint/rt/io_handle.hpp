// The owner of a descriptor whose readiness the runtime watches.

#ifndef COROLINT_RT_IO_HANDLE_HPP
#define COROLINT_RT_IO_HANDLE_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/io_source.hpp"
#include "corolint/rt/result.hpp"
#include "corolint/rt/task.hpp"
#include <cstddef>
#include <span>
#include <system_error>
#include <utility>

namespace corolint::rt {

/// Owns a descriptor: a stream socket, or what behaves like one.
///
/// Moves, does not copy. One task may read while another writes and a third
/// closes; several may read, each gets what it gets. To move, assign or destroy
/// a handle is for one task alone. An operation that has been called keeps the
/// descriptor, so it may outlive the handle: it ends with operation_canceled.
/// Belongs to the runtime in which it was made: nobody watches it after that.
class io_handle {
public:
  /// No descriptor: every operation fails with bad_file_descriptor.
  io_handle() = default;
  io_handle(io_handle &&other) noexcept
      : source_(std::exchange(other.source_, nullptr)) {}
  io_handle &operator=(io_handle &&other) noexcept {
    if (this != &other) {
      reset();
      source_ = std::exchange(other.source_, nullptr);
    }
    return *this;
  }
  ~io_handle() { reset(); }

  /// Takes \p descriptor over, closes it if that fails. It must not block
  /// (O_NONBLOCK). Throws no_runtime outside of tasks.
  COROLINT_NONBLOCKING static result<io_handle, std::error_code>
  adopt(int descriptor);

  /// Closes the descriptor. Who waits for it is woken and gets
  /// operation_canceled; who comes later gets bad_file_descriptor. From any
  /// task. The number is given back when the last operation has left, which it
  /// does when it next runs.
  COROLINT_NONBLOCKING void close() noexcept {
    if (source_)
      source_->close();
  }
  bool is_open() const noexcept { return source_ && !source_->is_closed(); }

  /// For system calls that are not here; -1 if it is closed. Stays owned.
  int native_handle() const noexcept {
    return is_open() ? source_->number : -1;
  }

  /// Reads what there is, at most \p into; waits if there is nothing. Gives how
  /// many bytes, 0 at the end of the stream. To be stopped loses nothing.
  COROLINT_CHECKPOINT
  COROLINT_CANCEL_SAFE task<result<std::size_t, std::error_code>>
  read_some(std::span<std::byte> into);

  /// Writes as much of \p from as fits; waits if nothing does. Gives how many
  /// bytes. To be stopped loses nothing. The peer being gone is an error
  /// (broken_pipe, connection_reset), never a signal.
  COROLINT_CHECKPOINT
  COROLINT_CANCEL_SAFE task<result<std::size_t, std::error_code>>
  write_some(std::span<const std::byte> from);

  /// A second owner of the same descriptor: the last one closes it.
  COROLINT_NONBLOCKING io_handle share() const noexcept;

  /// Keeps the descriptor open meanwhile. For the parts of this library.
  detail::io_use use() const noexcept { return detail::io_use(source_); }

private:
  explicit io_handle(detail::io_source *source) noexcept : source_(source) {}

  void reset() noexcept {
    if (detail::io_source *source = std::exchange(source_, nullptr))
      source->drop_handle();
  }

  detail::io_source *source_ = nullptr;
};

} // namespace corolint::rt

#endif
