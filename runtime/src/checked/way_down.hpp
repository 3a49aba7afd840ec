// From a stack to the coroutine on it, and what blocks below.

#ifndef COROLINT_RT_SRC_CHECKED_WAY_DOWN_HPP
#define COROLINT_RT_SRC_CHECKED_WAY_DOWN_HPP

#include "call_stack.hpp"
#include "code_place.hpp"
#include <span>
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

/// Null if \p name is not known to block. Qualified, or as line tables have it.
const blocking_function *find_blocking(std::string_view name) noexcept;

/// The way from a coroutine, or what else called, down to where the thread is.
struct way_down {
  code_place caller{};  ///< file and function empty: there is none on the stack
  std::string called{}; ///< by the caller; empty: nothing
  code_place innermost{}; ///< the last place where a user edits
  const blocking_function *blocks = nullptr; ///< the outermost that is known
  std::string blocks_name{};
};

/// From the innermost coroutine of a user. \p function: the one of libc in
/// which the way ends, or empty.
way_down find_way_down(const call_stack &stack, std::string_view function);
/// From \p caller, one of \p places, which has the innermost first.
way_down find_way_down(std::span<const code_place> places,
                       const code_place &caller, std::string_view function);

/// The check that finds in the source what blocks here.
std::string_view blocking_check(const way_down &found);
/// What it says.
std::string blocking_text(const way_down &found);
/// Why that blocks. \p took: how long, or empty.
std::string blocking_reason(const way_down &found, std::string_view took);

} // namespace corolint::rt::detail

#endif
