// Errors of streams that the system has no number for.

#ifndef COROLINT_RT_IO_ERROR_HPP
#define COROLINT_RT_IO_ERROR_HPP

#include <system_error>
#include <type_traits>

namespace corolint::rt {

enum class io_error {
  unexpected_end = 1, ///< the stream ended before all that was asked for came
  limit_exceeded,     ///< the delimiter did not come within the limit
};

/// The category of io_error.
const std::error_category &io_category() noexcept;

/// The category of what getaddrinfo returns.
const std::error_category &resolve_category() noexcept;

inline std::error_code make_error_code(io_error error) noexcept {
  return {static_cast<int>(error), io_category()};
}

} // namespace corolint::rt

template <>
struct std::is_error_code_enum<corolint::rt::io_error> : std::true_type {};

#endif
