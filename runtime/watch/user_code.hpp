// The part of a loop's stack that the loop has called, and the code of the user
// in it.

#ifndef COROLINT_RT_WATCH_USER_CODE_HPP
#define COROLINT_RT_WATCH_USER_CODE_HPP

#include "call_stack.hpp"
#include "code_place.hpp"
#include <vector>

namespace corolint::rt::detail {

/// How many of the innermost calls of \p stack the loop that waits at \p place
/// has made. The next one is of the loop.
unsigned calls_from(const call_stack &stack, const call_stack &place) noexcept;

class user_code {
public:
  /// Among what the loop that waits at \p place has called.
  user_code(const call_stack &stack, const call_stack &place);

  /// The innermost first.
  const std::vector<code_place> &places() const noexcept { return places_; }
  /// The innermost coroutine of a user; if there is none, the innermost
  /// function of a user; null if there is none either.
  const code_place *caller() const noexcept;
  /// The innermost function of a user, or null.
  const code_place *innermost() const noexcept;
  /// True if the innermost function of a user has called one of a library of
  /// the system.
  bool is_inside_library() const noexcept;

private:
  std::vector<code_place> places_;
};

} // namespace corolint::rt::detail

#endif
