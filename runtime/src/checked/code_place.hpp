// From addresses of code to places in the source.

#ifndef COROLINT_RT_SRC_CHECKED_CODE_PLACE_HPP
#define COROLINT_RT_SRC_CHECKED_CODE_PLACE_HPP

#include "corolint/rt/checked.hpp"
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace corolint::rt::detail {

/// True for headers and sources of the runtime.
bool is_of_this_library(std::string_view file);

/// A function at a line of the source.
struct code_place {
  std::string file; ///< empty: there is no debug info
  unsigned line = 0;
  /// Qualified, without parameters and template arguments; empty: not known.
  std::string function;
  bool in_coroutine = false; ///< the body of one, as its compiler split it
  bool destroys_coroutine = false; ///< the part of one that destroys it
  std::uintptr_t address = 0;

  /// The last part of the name, as messages have it.
  std::string short_name() const;
  /// True for code of this library.
  bool is_of_runtime() const;
  /// True for code of this library, of the standard library and of what else
  /// the compiler finds as its own: no place where a user edits.
  bool is_foreign() const;
  source_place where() const { return {file, line, function}; }
};

/// What stands at \p address: a function, and if it was inlined those around
/// it; the innermost first. Empty if nothing is known. Takes milliseconds at
/// first. Thread-safe.
std::vector<code_place> places_at(std::uintptr_t address);

/// The same for all \p addresses, one after the other.
std::vector<code_place> places_at(std::span<const std::uintptr_t> addresses);

/// Where the code of the function begins that contains \p address; the address
/// itself if that is not known.
std::uintptr_t start_of_function(std::uintptr_t address);

/// The first of \p places where a user edits, or null.
const code_place *first_own(std::span<const code_place> places);

/// The last part of a qualified name, or of a function as compilers describe it
/// in full; "a lambda" for one of those.
std::string short_name_of(std::string_view function);

/// The name of the type in what type_text() gives, without the arguments of
/// templates.
std::string name_of_type(std::string_view text);

/// The last part of that.
std::string short_name_of_type(std::string_view text);

} // namespace corolint::rt::detail

#endif
