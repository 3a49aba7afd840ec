// What a runtime looks out for while it runs, and whom it tells.
//
// A program that links corolint::runtime_checked instead of corolint::runtime
// has all detectors; the plain library has only the one that needs nothing of
// the tasks: a worker that one task keeps for too long.

#ifndef COROLINT_RT_CHECKED_HPP
#define COROLINT_RT_CHECKED_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/observed.hpp"
#include <functional>
#include <span>
#include <string_view>
#include <utility>

namespace corolint::rt {

/// What is done about a mistake that is seen while it happens.
enum class checked_level {
  off,
  on,    ///< reports, and goes on
  fatal, ///< reports, and ends the program by std::abort
};

/// The level of a runtime that was not told another one. A checked build: on,
/// or what the environment variable COROLINT_CHECKED says, "off", "on" or
/// "fatal". A plain one: off.
checked_level default_checked_level() noexcept;

/// A place in the source. The texts live for the call of the handler.
struct source_place {
  std::string_view file;     ///< empty: not known, there is no debug info
  unsigned line = 0;         ///< from 1
  std::string_view function; ///< without its parameters; may be empty
};

struct misuse_note {
  std::string_view text;
  source_place where;
};

/// A mistake that was seen while it happened.
struct misuse {
  std::string_view check; ///< that finds it in the source: "coro-blocking-call"
  std::string_view text;  ///< what happens; the words of that check
  source_place where{};   ///< where the check reports it, too
  std::span<const misuse_note> notes{}; ///< why, and which awaits led there
};

/// Called on the thread that sees the mistake, which may be a worker: it
/// neither blocks for long nor throws. Each place is reported once per check.
using misuse_handler = void (*)(const misuse &) noexcept;

/// Replaces the handler of the whole program; null: the one that writes what
/// the environment variable COROLINT_REPORT says, as `--report` of the command:
/// "text" (unless told), "json" or "sarif", each with "=FILE" behind it or to
/// the standard error. Returns the one before. Thread-safe.
misuse_handler set_misuse_handler(misuse_handler next) noexcept;

/// Calls \p f where it stands, on this worker, and lets it block there: what it
/// calls is not reported. \p reason is for the reader. Returns and throws what
/// \p f does.
template <class F>
decltype(auto) allow_blocking([[maybe_unused]] std::string_view reason,
                              COROLINT_OFFLOADS F &&f) {
  [[maybe_unused]] const detail::blocking_allowed allowed;
  return std::invoke(std::forward<F>(f));
}

} // namespace corolint::rt

#endif
