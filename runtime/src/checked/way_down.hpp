// From a stack to the coroutine on it, and what blocks below.

#ifndef COROLINT_RT_SRC_CHECKED_WAY_DOWN_HPP
#define COROLINT_RT_SRC_CHECKED_WAY_DOWN_HPP

#include "call_stack.hpp"
#include "code_place.hpp"
#include <string>
#include <string_view>

namespace corolint::rt::detail {

/// What the knowledge files say of a function.
struct blocking_function {
  std::string_view name;
  std::string_view kind;
  std::string_view check;
  std::string_view because;
  std::string_view instead;
};

/// Null if \p name, qualified, is not known to block.
const blocking_function *find_blocking(std::string_view name) noexcept;

/// The way from a coroutine down to where the thread is.
struct way_down {
  code_place coroutine{}; ///< file empty: there is none on the stack
  std::string called{};   ///< by the coroutine; empty: nothing
  code_place innermost{}; ///< the last place where a user edits
  const blocking_function *blocks = nullptr; ///< the outermost that is known
  std::string blocks_name{};
};

/// \p function: the one of libc in which the way ends, or empty.
way_down find_way_down(const call_stack &stack, std::string_view function);

} // namespace corolint::rt::detail

#endif
