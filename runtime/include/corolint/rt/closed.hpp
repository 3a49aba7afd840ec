// Why an operation on a channel had no effect.

#ifndef COROLINT_RT_CLOSED_HPP
#define COROLINT_RT_CLOSED_HPP

namespace corolint::rt {

/// The channel is closed: by close(), or since one side of it has gone.
struct closed {
  friend bool operator==(closed, closed) = default;
};

/// Why a try_ function did nothing.
enum class try_error {
  would_wait, ///< it is full, or empty
  closed,     ///< and will not change any more
};

} // namespace corolint::rt

#endif
